package org.acmconversation.engine.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.DependsOn;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Counts that take long. Whoever asks is told the last one at once, and a thread counts anew what is being asked: one
 * count after the other, the oldest first, with a rest of nineteen times as long as each took, a minute at most. What
 * is quick is always counted, so in a small installation every count is exact.
 */
@Component
@Tuned
@DependsOn("dataSource")
class LongCounts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LongCounts.class);

    /** A count that takes no longer is never told again. */
    static final Duration QUICK = Duration.ofMillis(50);

    /** One that took longer is told again from the first time on; one between both may have met a busy moment. */
    static final Duration SLOW = Duration.ofMillis(250);

    /** None is told that is older: there is more to be counted anew than there is time for, or counting fails. */
    static final Duration OLDEST = Duration.ofMinutes(5);

    /** So long after it was asked for the last time a count is kept fresh. */
    static final Duration IN_USE = Duration.ofMinutes(10);

    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    private static final Duration SHORTEST_REST = Duration.ofMillis(100);
    private static final int REST = 19;
    private static final int MOST = 1_000;

    private final Cache<Object, Known> known;
    private final Cache<Object, Boolean> slowLastTime;
    private final AtomicBoolean recounting = new AtomicBoolean();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final LongSupplier nanos;
    private final ScheduledExecutorService worker;

    LongCounts() {
        this(System::nanoTime, worker());
    }

    /**
     * @param nanos the time, from whenever
     * @param worker counts anew
     */
    LongCounts(LongSupplier nanos, ScheduledExecutorService worker) {
        this.nanos = nanos;
        this.worker = worker;
        known = Caffeine.newBuilder()
                .ticker(nanos::getAsLong)
                .expireAfterWrite(OLDEST)
                .maximumSize(MOST)
                .build();
        slowLastTime = Caffeine.newBuilder()
                .ticker(nanos::getAsLong)
                .expireAfterWrite(OLDEST)
                .maximumSize(MOST)
                .build();
    }

    /** A count, and when somebody was told of it. */
    private static final class Known {

        final long tasks;
        final Duration took;
        final long countedAt;
        volatile LongSupplier again;
        volatile boolean isTold;
        volatile long toldAt;

        Known(long tasks, Duration took, long countedAt, LongSupplier again) {
            this.tasks = tasks;
            this.took = took;
            this.countedAt = countedAt;
            this.again = again;
        }

        Known countedAnew(long now, long tasks, Duration took) {
            var anew = new Known(tasks, took, now, again);
            anew.toldAt = toldAt;
            anew.isTold = isTold;
            return anew;
        }

        void tell(long now, LongSupplier latest) {
            again = latest;
            toldAt = now;
            isTold = true;
        }

        /** What was asked only once, with a time in it that passes, is not asked again. */
        boolean isInUse(long now) {
            return isTold && now - toldAt < IN_USE.toNanos();
        }
    }

    /**
     * @param question equal for those only who may know the same
     * @param count for whoever asks
     * @param again for everybody who asks the same, by another thread and later
     */
    long of(Object question, LongSupplier count, LongSupplier again) {
        Known last = known.getIfPresent(question);
        if (last != null) {
            last.tell(nanos.getAsLong(), again);
            recountAfter(rest(last.took));
            return last.tasks;
        }
        long start = nanos.getAsLong();
        long tasks = count.getAsLong();
        Duration took = since(start);
        if (isSlow(question, took)) {
            known.put(question, new Known(tasks, took, start, again));
        }
        return tasks;
    }

    private boolean isSlow(Object question, Duration took) {
        if (took.compareTo(QUICK) <= 0) {
            slowLastTime.invalidate(question);
            return false;
        }
        return slowLastTime.asMap().put(question, true) != null || took.compareTo(SLOW) > 0;
    }

    private void recountAfter(Duration rest) {
        if (recounting.compareAndSet(false, true)) {
            schedule(rest);
        }
    }

    private void schedule(Duration rest) {
        worker.schedule(this::recountOldest, rest.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void recountOldest() {
        long now = nanos.getAsLong();
        Optional<Map.Entry<Object, Known>> oldest = known.asMap().entrySet().stream()
                .filter(entry -> entry.getValue().isInUse(now))
                .max(Comparator.comparingLong(entry -> now - entry.getValue().countedAt));
        if (oldest.isEmpty()) {
            recounting.set(false);
            return;
        }
        recount(oldest.get().getKey(), oldest.get().getValue());
        schedule(rest(since(now)));
    }

    private void recount(Object question, Known last) {
        long start = nanos.getAsLong();
        try {
            long tasks = last.again.getAsLong();
            Duration took = since(start);
            // While it was counted, it may have been told.
            known.asMap()
                    .computeIfPresent(
                            question,
                            (same, told) -> took.compareTo(QUICK) > 0 ? told.countedAnew(start, tasks, took) : null);
            failing.set(false);
        } catch (RuntimeException | Error e) {
            // Whatever is thrown: otherwise nothing is scheduled any more.
            known.invalidate(question);
            if (!worker.isShutdown() && failing.compareAndSet(false, true)) {
                LOG.warn("Tasks of a queue could not be counted anew; who asks for their number waits for it", e);
            }
        }
    }

    private Duration since(long start) {
        return Duration.ofNanos(nanos.getAsLong() - start);
    }

    private static Duration rest(Duration took) {
        Duration rest = took.multipliedBy(REST);
        if (rest.compareTo(LONGEST_REST) > 0) {
            return LONGEST_REST;
        }
        return rest.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : rest;
    }

    /** One thread, which ends when there is nothing to count. */
    private static ScheduledExecutorService worker() {
        var threads = new CustomizableThreadFactory("task-count-");
        threads.setDaemon(true);
        var worker = new ScheduledThreadPoolExecutor(1, threads, new ThreadPoolExecutor.DiscardPolicy());
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        worker.setKeepAliveTime(2 * LONGEST_REST.toSeconds(), TimeUnit.SECONDS);
        worker.allowCoreThreadTimeOut(true);
        return worker;
    }

    /** Waits for a count that is under way, but does not interrupt it: H2 would close its files. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.info("Tasks of a queue are still being counted; that count is given up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
