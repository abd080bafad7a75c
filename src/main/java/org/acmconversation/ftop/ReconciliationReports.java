package org.acmconversation.ftop;

import java.time.Instant;
import java.util.Optional;
import org.acmconversation.operations.CachedQueries;
import org.springframework.stereotype.Service;

/** The result of the last reconciliation with FTOP on any node, for the API and as metrics. */
@Service
public class ReconciliationReports {

    private final ReconciliationRuns runs;

    ReconciliationReports(ReconciliationRuns runs, CachedQueries queries) {
        this.runs = runs;
        queries.of(() -> runs.latest().orElse(null))
                .gauge("acm.ftop.reconciliation.repaired", of("tasks that it repaired"), ReconciliationRun::repaired)
                .gauge(
                        "acm.ftop.reconciliation.unrepaired",
                        of("tasks that need attention"),
                        ReconciliationRun::unrepaired)
                .gauge("acm.ftop.reconciliation.complete", of("1 if it finished"), run -> run.failure() == null ? 1 : 0)
                .gauge(
                        "acm.ftop.reconciliation.age",
                        of("seconds since it ended"),
                        run -> Instant.now().getEpochSecond() - run.endedAt().getEpochSecond());
    }

    private static String of(String what) {
        return "Last reconciliation with FTOP: " + what;
    }

    /** Returns the last run; empty if there was none yet. */
    public Optional<ReconciliationRun> latest() {
        return runs.latest();
    }
}
