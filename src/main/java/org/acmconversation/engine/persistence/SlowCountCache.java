package org.acmconversation.engine.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.DependsOn;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Caches counts that are slow. A cached count is returned at once, and one thread refreshes those that were asked for
 * since their last refresh, first come, first served. After each it pauses for nineteen times as long as the count
 * took, a minute at most, so it keeps the database busy for a twentieth of the time. Quick counts are never cached, so
 * in a small installation every count is exact.
 */
@Component
@Tuned
@DependsOn("dataSource")
class SlowCountCache implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SlowCountCache.class);

    /** A count that takes longer twice in a row is cached; once may have been a busy moment. */
    static final Duration SLOW_THRESHOLD = Duration.ofMillis(50);

    /** Older counts are never returned, even if there is no time to refresh all, or refreshing fails. */
    static final Duration MAX_AGE = Duration.ofMinutes(5);

    private static final Duration MAX_PAUSE = Duration.ofMinutes(1);
    private static final Duration MIN_PAUSE = Duration.ofMillis(100);
    private static final int PAUSE = 19;
    private static final int MAX_CACHED = 1_000;

    private record Count(long tasks, Duration took, boolean isCached) {}

    private final Cache<Object, Count> counts;

    /** Counts requested since their last refresh, in order of request. Its monitor also guards isAtWork. */
    private final Map<Object, LongSupplier> toRefresh = new LinkedHashMap<>();

    private boolean isAtWork;
    private volatile boolean isFailing;
    private final LongSupplier nanos;
    private final ScheduledExecutorService worker;

    SlowCountCache() {
        this(System::nanoTime, worker());
    }

    /**
     * @param nanos a monotonic clock
     * @param worker runs the refreshes
     */
    SlowCountCache(LongSupplier nanos, ScheduledExecutorService worker) {
        this.nanos = nanos;
        this.worker = worker;
        counts = Caffeine.newBuilder()
                .ticker(nanos::getAsLong)
                .expireAfterWrite(MAX_AGE)
                .maximumSize(MAX_CACHED)
                .build();
    }

    /**
     * Returns a count, from the cache if it is slow.
     *
     * @param key equal only for callers that may see the same tasks
     * @param count counts in the caller's thread
     * @param refresh counts later in another thread
     */
    long of(Object key, LongSupplier count, LongSupplier refresh) {
        Count last = counts.getIfPresent(key);
        if (last != null && last.isCached()) {
            refreshLater(key, refresh, last.took());
            return last.tasks();
        }
        return count(key, count, last != null);
    }

    /** @param wasSlow whether the previous count was slow */
    private long count(Object key, LongSupplier count, boolean wasSlow) {
        long start = nanos.getAsLong();
        long tasks = count.getAsLong();
        Duration took = Duration.ofNanos(nanos.getAsLong() - start);
        if (took.compareTo(SLOW_THRESHOLD) > 0) {
            counts.put(key, new Count(tasks, took, wasSlow));
        } else {
            counts.invalidate(key);
        }
        return tasks;
    }

    private void refreshLater(Object key, LongSupplier refresh, Duration took) {
        synchronized (toRefresh) {
            toRefresh.putIfAbsent(key, refresh);
            if (!isAtWork) {
                schedule(took);
                isAtWork = true;
            }
        }
    }

    private void schedule(Duration took) {
        Duration pause = took.multipliedBy(PAUSE);
        if (pause.compareTo(MAX_PAUSE) > 0) {
            pause = MAX_PAUSE;
        } else if (pause.compareTo(MIN_PAUSE) < 0) {
            pause = MIN_PAUSE;
        }
        var unused = worker.schedule(this::refreshNext, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void refreshNext() {
        Map.Entry<Object, LongSupplier> next;
        synchronized (toRefresh) {
            Iterator<Map.Entry<Object, LongSupplier>> all = toRefresh.entrySet().iterator();
            isAtWork = all.hasNext();
            if (!isAtWork) {
                return;
            }
            next = all.next();
            all.remove();
        }
        long start = nanos.getAsLong();
        refresh(next.getKey(), next.getValue());
        schedule(Duration.ofNanos(nanos.getAsLong() - start));
    }

    private void refresh(Object key, LongSupplier refresh) {
        try {
            count(key, refresh, true);
            isFailing = false;
        } catch (RuntimeException | Error e) {
            // An error, too, must not keep the next refresh from being scheduled.
            counts.invalidate(key);
            if (!worker.isShutdown() && !isFailing) {
                LOG.warn("Refreshing a cached task count failed; the next request counts again", e);
            }
            isFailing = true;
        }
    }

    /** A single thread, which ends when it is idle. */
    private static ScheduledExecutorService worker() {
        var threads = new CustomizableThreadFactory("task-count-");
        threads.setDaemon(true);
        var worker = new ScheduledThreadPoolExecutor(1, threads, new ThreadPoolExecutor.DiscardPolicy());
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        worker.setKeepAliveTime(2 * MAX_PAUSE.toSeconds(), TimeUnit.SECONDS);
        worker.allowCoreThreadTimeOut(true);
        return worker;
    }

    /** Waits for a running count without interrupting it, because H2 closes its files on an interrupt. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.info("A task count is still running; the node stops without waiting for it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
