package org.acmconversation.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.acmconversation.problem.Outage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cached result of a query, shared by several gauges. A slow query is cached longer, so that reading metrics uses
 * at most a twentieth of a database connection.
 */
public class CachedQuery<T> {

    private static final Logger log = LoggerFactory.getLogger(CachedQuery.class);
    private static final int REST_PER_WORK = 19;

    /** How long an old result is shown while the new one is late, and the longest pause after a failure. */
    private static final long GRACE_NANOS = Duration.ofMinutes(1).toNanos();

    private final Supplier<T> query;
    private final MeterRegistry meters;
    private final long refreshNanos;
    private final LongSupplier nanoTime;
    private final Consumer<Runnable> asking;

    private volatile @Nullable Taken<T> last;

    private record Taken<T>(@Nullable T value, long nextAt) {}

    /** @param asking runs a query; may return before it finishes */
    CachedQuery(
            Supplier<T> query,
            MeterRegistry meters,
            Duration refresh,
            LongSupplier nanoTime,
            Consumer<Runnable> asking) {
        this.query = query;
        this.asking = asking;
        this.meters = meters;
        this.refreshNanos = refresh.toNanos();
        this.nanoTime = nanoTime;
    }

    /**
     * Registers a gauge of the result; NaN while the query fails.
     *
     * @param description description of the metric, with its unit
     * @param tags alternating names and values
     */
    public CachedQuery<T> gauge(String name, String description, ToDoubleFunction<T> figure, String... tags) {
        Gauge.builder(name, this, query -> query.read(figure))
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

    /** Returns the result; null if there is none, the query failed, or its result is late for longer than a minute. */
    synchronized @Nullable T get() {
        Taken<T> taken = last;
        if (taken == null || nanoTime.getAsLong() - taken.nextAt() >= 0) {
            asking.accept(this::take);
            taken = last;
        }
        return taken == null || nanoTime.getAsLong() - taken.nextAt() > GRACE_NANOS ? null : taken.value();
    }

    private void take() {
        long startedAt = nanoTime.getAsLong();
        T value = ask();
        long endedAt = nanoTime.getAsLong();
        long rest = REST_PER_WORK * (endedAt - startedAt);
        // A query that hung until it failed says nothing about how long the next one takes.
        long pause = value == null ? Math.min(rest, GRACE_NANOS) : rest;
        last = new Taken<>(value, endedAt + Math.max(refreshNanos, pause));
    }

    private @Nullable T ask() {
        try {
            return query.get();
        } catch (RuntimeException e) {
            if (Outage.isCauseOf(e)) {
                log.debug("No metrics during an outage of the database", e);
            } else {
                log.warn("A query for metrics failed; its metrics are missing until it succeeds", e);
            }
            return null;
        }
    }
}
