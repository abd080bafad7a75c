package org.acmconversation.ftop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reconciliation of the ledger with FTOP.
 *
 * @param compared number of tasks on either side
 * @param repaired number of repaired tasks
 * @param unrepaired number of differences that need attention
 * @param askedAgain number of waiting tasks whose jobs had no retries left and were retried
 * @param failure why it was aborted; null if it finished
 * @param differences the first 1,000 differences
 */
public record ReconciliationRun(
        @JsonIgnore UUID id,
        Instant startedAt,
        Instant endedAt,
        long compared,
        int repaired,
        int unrepaired,
        int askedAgain,
        FtopUnavailableException.@Nullable Kind failure,
        List<Difference> differences) {

    static final int LISTED = 1_000;
}
