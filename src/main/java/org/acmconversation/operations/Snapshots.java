package org.acmconversation.operations;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Creates {@link Snapshot}s with the configured refresh interval, for the gauges of all modules. */
@Component
public class Snapshots implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);

    private final TimeLimitedDatabase database = new TimeLimitedDatabase("metrics-", TimeLimitedDatabase.TIMEOUT);
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
        return new Snapshot<>(query, meters, properties.refresh(), System::nanoTime, this::askSoon);
    }

    /**
     * All snapshots together wait for two seconds at most, so that a scrape ends in time while the database is down.
     */
    private void askSoon(Runnable query) {
        try {
            database.ask(() -> {
                query.run();
                return true;
            });
        } catch (TimeLimitedDatabase.LateException e) {
            log.debug("A query for metrics is late");
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
