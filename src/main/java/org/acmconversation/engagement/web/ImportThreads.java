package org.acmconversation.engagement.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** The threads that import rows on this node. */
@Component
class ImportThreads implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ImportThreads.class);

    /**
     * Queued rows per thread: enough that no thread waits for the reader, and few enough that a slow row blocks only a
     * few others.
     */
    private static final int ROWS_PER_THREAD = 16;

    private static final long IDLE_SECONDS = 10;

    /** Time for running rows to finish on shutdown. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final List<ThreadPoolExecutor> threads;

    ImportThreads(ImportProperties properties) {
        var names = new CustomizableThreadFactory("import-");
        this.threads = Stream.generate(() -> oneThread(names))
                .limit(properties.parallel())
                .toList();
    }

    private static ThreadPoolExecutor oneThread(CustomizableThreadFactory names) {
        var thread = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), names);
        thread.allowCoreThreadTimeOut(true);
        return thread;
    }

    /** Returns the number of rows that an import may submit before it waits for the first one. */
    int capacity() {
        return ROWS_PER_THREAD * threads.size();
    }

    /** Runs work with the same key in the order of submission, concurrently with other work. */
    <T> Future<T> submit(String key, Callable<T> work) {
        return threads.get(Math.floorMod(key.hashCode(), threads.size())).submit(work);
    }

    /** Does not interrupt threads, which would close H2's file; cancels rows that have not started. */
    @Override
    public void destroy() throws InterruptedException {
        for (ThreadPoolExecutor thread : threads) {
            List<Runnable> waiting = new ArrayList<>();
            thread.shutdown();
            thread.getQueue().drainTo(waiting);
            waiting.forEach(row -> ((Future<?>) row).cancel(false));
        }
        long last = System.nanoTime() + TIMEOUT.toNanos();
        for (ThreadPoolExecutor thread : threads) {
            if (!thread.awaitTermination(last - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                log.warn("Shutdown while a row is being imported; the row is rolled back");
            }
        }
    }
}
