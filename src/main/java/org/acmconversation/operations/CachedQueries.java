package org.acmconversation.operations;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Creates cached queries with the configured refresh interval, for the gauges of all modules. */
@Component
public class CachedQueries implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CachedQueries.class);

    private final TimeLimitedDatabase database = new TimeLimitedDatabase("metrics-", TimeLimitedDatabase.TIMEOUT);
    private final MeterRegistry meters;
    private final MetricsProperties properties;

    CachedQueries(MeterRegistry meters, MetricsProperties properties) {
        this.meters = meters;
        this.properties = properties;
    }

    /**
     * Creates a cached query that runs when one of its gauges is read.
     *
     * @param query the query; returns null if there is nothing to show
     */
    public <T> CachedQuery<T> of(Supplier<T> query) {
        return new CachedQuery<>(query, meters, properties.refresh(), System::nanoTime, this::askSoon);
    }

    /** All queries together wait for two seconds at most, so that a scrape ends in time while the database is down. */
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
