package org.acmconversation.operations;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Makes {@link Snapshot}s that are as fresh as the settings say, for the gauges of all modules. */
@Component
public class Snapshots {

    private final MeterRegistry meters;
    private final MetricsProperties properties;

    Snapshots(MeterRegistry meters, MetricsProperties properties) {
        this.meters = meters;
        this.properties = properties;
    }

    /**
     * A snapshot that is taken when one of its gauges is read.
     *
     * @param query asks the database; null stands for nothing to show
     */
    public <T> Snapshot<T> of(Supplier<T> query) {
        return new Snapshot<>(query, meters, properties.refresh(), System::nanoTime);
    }
}
