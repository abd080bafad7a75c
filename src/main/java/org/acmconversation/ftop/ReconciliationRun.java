package org.acmconversation.ftop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One comparison of the ledger with FTOP.
 *
 * @param compared how many tasks were looked at, on either side
 * @param repaired how many FTOP was told about, and confirmed
 * @param unrepaired how many differ that a person has to look at
 * @param askedAgain how many tasks wait for FTOP whose jobs had given up, and run again now
 * @param failure why it stopped halfway; null if it came to its end
 * @param differences the first 1,000 of them
 */
public record ReconciliationRun(
        @JsonIgnore UUID id,
        Instant startedAt,
        Instant endedAt,
        long compared,
        int repaired,
        int unrepaired,
        int askedAgain,
        FtopUnavailableException.Kind failure,
        List<Difference> differences) {

    static final int LISTED = 1_000;
}
