package org.acmconversation.ftop;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task that differs between the ledger and FTOP.
 *
 * @param here state in the ledger; null if the task is unknown there
 * @param there state in FTOP; null if the task is unknown there
 * @param repaired whether it was repaired and FTOP confirmed; otherwise it needs attention
 */
public record Difference(
        UUID engagementId,
        String catalogId,
        @Nullable FtopTaskStatus here,
        @Nullable FtopTaskStatus there,
        boolean repaired) {

    static Difference of(FtopKey key, @Nullable FtopTaskStatus here, @Nullable FtopTaskStatus there, boolean repaired) {
        return new Difference(key.engagementId(), key.catalogId(), here, there, repaired);
    }
}
