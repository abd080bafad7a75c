package org.acmconversation.scenario.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.acmconversation.scenario.ScenarioException;
import org.acmconversation.scenario.ScenarioMessages;

/** Ends a scenario that does not end by itself. */
class ScenarioLimits {

    private static final int MAX_ACTIVITIES = 5_000;
    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

    private final BooleanSupplier canceled;
    private int activities;
    private long end;

    ScenarioLimits(BooleanSupplier canceled) {
        this.canceled = canceled;
        begin();
    }

    /** Resets the counters. */
    void begin() {
        activities = 0;
        end = System.nanoTime() + TIME_LIMIT.toNanos();
    }

    /** Called for each activity and each job. */
    void step() {
        if (canceled.getAsBoolean()) {
            throw new ScenarioException(ScenarioMessages.worded("canceled"));
        }
        activities++;
        if (activities > MAX_ACTIVITIES) {
            throw new ScenarioException(ScenarioMessages.worded("endless", MAX_ACTIVITIES));
        }
        if (System.nanoTime() - end > 0) {
            throw new ScenarioException(ScenarioMessages.worded("slow", TIME_LIMIT.toSeconds()));
        }
    }
}
