package org.acmconversation.operations.nodes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** The age of the last heartbeat. */
@Component
class HeartbeatMeter {

    private static final double MILLIS = 1000;

    HeartbeatMeter(Heartbeat heartbeat, MeterRegistry meters) {
        Gauge.builder("acm.node.heartbeat.age", heartbeat, HeartbeatMeter::age)
                .description("Seconds since this node wrote its last heartbeat; NaN if that failed")
                .strongReference(true)
                .register(meters);
    }

    private static double age(Heartbeat heartbeat) {
        Heartbeat.Outcome last = heartbeat.last();
        return last.isWritten() ? last.age().toMillis() / MILLIS : Double.NaN;
    }
}
