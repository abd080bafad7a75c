package org.acmconversation.operations;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Creates {@link Snapshot}s with the configured refresh interval, for the gauges of all modules. */
@Component
public class Snapshots {

    private final MeterRegistry meters;
    private final MetricsProperties properties;

    Snapshots(MeterRegistry meters, MetricsProperties properties) {
        this.meters = meters;
        this.properties = properties;
    }

    /**
     * Creates a snapshot that is queried when one of its gauges is read.
     *
     * @param query the query; returns null if there is nothing to show
     */
    public <T> Snapshot<T> of(Supplier<T> query) {
        return new Snapshot<>(query, meters, properties.refresh(), System::nanoTime);
    }
}
