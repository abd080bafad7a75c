package org.acmconversation.ftop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counters of a running reconciliation. */
class ReconciliationTally {

    private final List<Difference> differences = new ArrayList<>();
    private long compared;
    private int repaired;
    private int unrepaired;
    private int askedAgain;

    void compared(int tasks) {
        compared += tasks;
    }

    void found(Difference difference) {
        if (difference.repaired()) {
            repaired++;
        } else {
            unrepaired++;
        }
        if (differences.size() < ReconciliationRun.LISTED) {
            differences.add(difference);
        }
    }

    void askedAgain() {
        askedAgain++;
    }

    ReconciliationRun run(Instant startedAt, Instant endedAt, FtopUnavailableException.@Nullable Kind failure) {
        return new ReconciliationRun(
                UUID.randomUUID(),
                startedAt,
                endedAt,
                compared,
                repaired,
                unrepaired,
                askedAgain,
                failure,
                List.copyOf(differences));
    }
}
