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
    private FtopUnavailableException.@Nullable Kind failure;

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

    /** A failure that kept at least one task from being compared; the last one counts. */
    void failed(FtopUnavailableException.Kind kind) {
        failure = kind;
    }

    ReconciliationRun run(Instant startedAt, Instant endedAt) {
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
