package org.acmconversation.release;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** The threads of a running migration. */
class MigrationThreads implements AutoCloseable {

    /** A single thread would wait for each commit; more would take connections and cores from people. */
    private static final int THREADS = 2;

    private final ExecutorService threads =
            Executors.newFixedThreadPool(THREADS, new CustomizableThreadFactory("release-migration-"));

    /**
     * Migrates a batch. A thread stops at a failure; if all do, as during an outage, the rest of the batch is left.
     *
     * @throws RuntimeException the failure of a thread, once all have stopped
     */
    void forEach(List<String> rootInstanceIds, Consumer<String> migrate) {
        Queue<String> left = new ConcurrentLinkedQueue<>(rootInstanceIds);
        Runnable worker = () -> {
            for (String rootInstanceId = left.poll(); rootInstanceId != null; rootInstanceId = left.poll()) {
                migrate.accept(rootInstanceId);
            }
        };
        List<? extends Future<?>> workers =
                Stream.generate(() -> threads.submit(worker)).limit(THREADS).toList();
        RuntimeException failure = null;
        for (Future<?> each : workers) {
            try {
                each.get();
            } catch (InterruptedException e) {
                left.clear();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while engagements were migrated", e);
            } catch (ExecutionException e) {
                failure = e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Lets migrations in progress finish. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
