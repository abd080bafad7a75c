package org.acmconversation.ftop;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Service;

/** What the last comparison with FTOP found, whichever node made it: for people, and as metrics. */
@Service
public class ReconciliationReports {

    private final ReconciliationRuns runs;

    ReconciliationReports(ReconciliationRuns runs, MeterRegistry meters) {
        this.runs = runs;
        gauge(meters, "acm.ftop.reconciliation.repaired", "Tasks that it repaired", ReconciliationRun::repaired);
        gauge(meters, "acm.ftop.reconciliation.unrepaired", "Tasks to be looked at", ReconciliationRun::unrepaired);
        gauge(
                meters,
                "acm.ftop.reconciliation.complete",
                "1 if it came to its end",
                run -> run.failure() == null ? 1 : 0);
        gauge(
                meters,
                "acm.ftop.reconciliation.age",
                "Seconds since it ended",
                run -> Instant.now().getEpochSecond() - run.endedAt().getEpochSecond());
    }

    private void gauge(MeterRegistry meters, String name, String what, ToDoubleFunction<ReconciliationRun> value) {
        Gauge.builder(name, runs, all -> all.latest().map(value::applyAsDouble).orElse(Double.NaN))
                .description("The last comparison with FTOP: " + what)
                .register(meters);
    }

    /** The last one; empty if there was none yet. */
    public Optional<ReconciliationRun> latest() {
        return runs.latest();
    }
}
