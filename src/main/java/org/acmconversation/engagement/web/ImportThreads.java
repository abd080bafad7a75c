package org.acmconversation.engagement.web;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** The threads on which this node starts the rows of all its imports. */
@Component
class ImportThreads implements DisposableBean {

    /** So that no thread waits for the reader, and a slow row holds few others up. */
    private static final int ROWS_PER_THREAD = 16;

    private static final long IDLE_SECONDS = 10;

    private final List<ExecutorService> threads;

    ImportThreads(ImportProperties properties) {
        var names = new CustomizableThreadFactory("import-");
        this.threads = Stream.generate(() -> oneThread(names))
                .limit(properties.parallel())
                .toList();
    }

    private static ExecutorService oneThread(CustomizableThreadFactory names) {
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

    @Override
    public void destroy() {
        threads.forEach(ExecutorService::shutdownNow);
    }
}
