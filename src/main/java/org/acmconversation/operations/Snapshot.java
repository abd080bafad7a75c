package org.acmconversation.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one query found a moment ago, shared by several gauges. It is asked again at most once in a while, and a slow
 * query more seldom than that, so that reading metrics takes the database no more than a twentieth of a connection.
 */
public class Snapshot<T> {

    private static final Logger log = LoggerFactory.getLogger(Snapshot.class);
    private static final int REST_PER_WORK = 19;

    private final Supplier<T> query;
    private final MeterRegistry meters;
    private final long refreshNanos;
    private final LongSupplier nanoTime;

    private T value;
    private boolean taken;
    private long nextAt;

    Snapshot(Supplier<T> query, MeterRegistry meters, Duration refresh, LongSupplier nanoTime) {
        this.query = query;
        this.meters = meters;
        this.refreshNanos = refresh.toNanos();
        this.nanoTime = nanoTime;
    }

    /**
     * Registers a gauge that reads it. Without an answer of the database the gauge is not a number.
     *
     * @param description what it counts and in which unit, for those who see the metric
     * @param tags names and values by turns
     */
    public Snapshot<T> gauge(String name, String description, ToDoubleFunction<T> figure, String... tags) {
        Gauge.builder(name, this, snapshot -> snapshot.read(figure))
                .description(description)
                .tags(tags)
                .strongReference(true)
                .register(meters);
        return this;
    }

    private double read(ToDoubleFunction<T> figure) {
        T now = get();
        return now == null ? Double.NaN : figure.applyAsDouble(now);
    }

    /** What the query found; null if it found nothing or failed. */
    synchronized T get() {
        long startedAt = nanoTime.getAsLong();
        if (!taken || startedAt - nextAt >= 0) {
            value = ask();
            taken = true;
            long endedAt = nanoTime.getAsLong();
            nextAt = endedAt + Math.max(refreshNanos, REST_PER_WORK * (endedAt - startedAt));
        }
        return value;
    }

    private T ask() {
        try {
            return query.get();
        } catch (RuntimeException e) {
            log.warn("Figures for metrics cannot be counted, and are missing until they can", e);
            return null;
        }
    }
}
