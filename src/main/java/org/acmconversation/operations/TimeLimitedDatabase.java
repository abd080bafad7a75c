package org.acmconversation.operations;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Waits only briefly for the database. While a query is unanswered, no further one is sent: together they would exceed
 * the time limit of a probe or a scrape.
 */
class TimeLimitedDatabase implements AutoCloseable {

    static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Duration timeout;
    private final ExecutorService threads;
    private final AtomicReference<@Nullable Future<?>> unanswered = new AtomicReference<>();

    TimeLimitedDatabase(String name, Duration timeout) {
        this.timeout = timeout;
        var factory = new CustomizableThreadFactory(name);
        factory.setDaemon(true);
        this.threads = Executors.newCachedThreadPool(factory);
    }

    /** No answer in time. */
    static class LateException extends RuntimeException {

        LateException() {
            super("The database does not answer");
        }
    }

    /**
     * Asks in another thread, which continues if the answer is late.
     *
     * @throws LateException if it is late, or if the answer to an earlier question still is
     */
    <T> T ask(Supplier<T> question) {
        Future<?> earlier = unanswered.get();
        if (earlier != null && !earlier.isDone()) {
            throw new LateException();
        }
        Future<T> answer = submit(question);
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            unanswered.set(answer);
            throw new LateException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LateException();
        }
    }

    private <T> Future<T> submit(Supplier<T> question) {
        try {
            return threads.submit(question::get);
        } catch (RejectedExecutionException e) {
            // The service is stopping.
            throw new LateException();
        }
    }

    @Override
    public void close() {
        // Without interrupting the threads, which would make an embedded database close its file.
        threads.shutdown();
    }
}
