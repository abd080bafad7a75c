package org.acmconversation.ftop;

import java.time.Instant;
import java.util.Optional;
import org.acmconversation.operations.Snapshots;
import org.springframework.stereotype.Service;

/** What the last comparison with FTOP found, whichever node made it: for people, and as metrics. */
@Service
public class ReconciliationReports {

    private final ReconciliationRuns runs;

    ReconciliationReports(ReconciliationRuns runs, Snapshots snapshots) {
        this.runs = runs;
        snapshots
                .of(() -> runs.latest().orElse(null))
                .gauge("acm.ftop.reconciliation.repaired", of("tasks that it repaired"), ReconciliationRun::repaired)
                .gauge("acm.ftop.reconciliation.unrepaired", of("tasks to be looked at"), ReconciliationRun::unrepaired)
                .gauge(
                        "acm.ftop.reconciliation.complete",
                        of("1 if it came to its end"),
                        run -> run.failure() == null ? 1 : 0)
                .gauge(
                        "acm.ftop.reconciliation.age",
                        of("seconds since it ended"),
                        run -> Instant.now().getEpochSecond() - run.endedAt().getEpochSecond());
    }

    private static String of(String what) {
        return "The last comparison with FTOP: " + what;
    }

    /** The last one; empty if there was none yet. */
    public Optional<ReconciliationRun> latest() {
        return runs.latest();
    }
}
