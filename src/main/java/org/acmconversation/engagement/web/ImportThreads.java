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

/** The threads on which this node starts the rows of all its imports. */
@Component
class ImportThreads implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ImportThreads.class);

    /** So that no thread waits for the reader, and a slow row holds few others up. */
    private static final int ROWS_PER_THREAD = 16;

    private static final long IDLE_SECONDS = 10;

    /** What rows that have begun may take when the node ends. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

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

    /** How many rows an import may hand in before it waits for the first of them. */
    int capacity() {
        return ROWS_PER_THREAD * threads.size();
    }

    /** Does the work of one key in the order in which it was handed in, beside that of others. */
    <T> Future<T> submit(String key, Callable<T> work) {
        return threads.get(Math.floorMod(key.hashCode(), threads.size())).submit(work);
    }

    /** Without interrupts, which would close H2's file; rows that have not begun are told to be cancelled. */
    @Override
    public void destroy() throws InterruptedException {
        for (ThreadPoolExecutor thread : threads) {
            List<Runnable> waiting = new ArrayList<>();
            thread.shutdown();
            thread.getQueue().drainTo(waiting);
            waiting.forEach(row -> ((Future<?>) row).cancel(false));
        }
        long last = System.nanoTime() + PATIENCE.toNanos();
        for (ThreadPoolExecutor thread : threads) {
            if (!thread.awaitTermination(last - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                log.warn("The node ends while a row of an import is being started, which is rolled back");
            }
        }
    }
}
