package org.acmconversation.ftop;

import java.util.UUID;

/**
 * An FTOP task that is not the same here and there.
 *
 * @param here what the ledger says; null if it does not know the task
 * @param there what FTOP says; null if it does not know the task
 * @param repaired whether FTOP was told, and confirmed; otherwise a person has to look
 */
public record Difference(
        UUID engagementId, String catalogId, FtopTaskStatus here, FtopTaskStatus there, boolean repaired) {

    static Difference of(FtopKey key, FtopTaskStatus here, FtopTaskStatus there, boolean repaired) {
        return new Difference(key.engagementId(), key.catalogId(), here, there, repaired);
    }
}
