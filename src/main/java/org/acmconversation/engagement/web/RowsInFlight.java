package org.acmconversation.engagement.web;

import io.micrometer.context.ContextSnapshot;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * The rows of one import that are being started. They are reported in the file's order, and few of them wait at a time,
 * so that neither the order nor the heap depends on who is faster.
 */
class RowsInFlight implements AutoCloseable {

    /** What became of a row, to be told once the rows before it have been. */
    interface Result {
        void tell(ImportReport report) throws IOException;
    }

    private static final Result LEFT_OUT = report -> {};

    private final ImportThreads threads;
    private final ContextSnapshot caller;
    private final ImportReport report;
    private final Queue<Future<Result>> rows = new ArrayDeque<>();
    private volatile boolean broken;

    /** @param caller in whose name the rows are started */
    RowsInFlight(ImportThreads threads, ContextSnapshot caller, ImportReport report) {
        this.threads = threads;
        this.caller = caller;
        this.report = report;
    }

    /**
     * Starts a row beside the others, but after those before it that have the same key; waits while too many are in
     * flight.
     *
     * @throws RuntimeException what a row before it failed with
     */
    void add(String key, Callable<Result> row) throws IOException {
        if (rows.size() == threads.capacity()) {
            tellFirst();
        }
        rows.add(threads.submit(key, caller.wrap(() -> broken ? LEFT_OUT : row.call())));
    }

    private void tellFirst() throws IOException {
        try {
            awaited(rows.remove()).tell(report);
        } catch (ExecutionException e) {
            broken = true;
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A row could not be started", e.getCause());
        } catch (IOException e) {
            broken = true;
            throw e;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("The import was interrupted");
        }
    }

    /** Interrupted, too: a row that has begun works in the name of a request, which must not be over before it. */
    private Result awaited(Future<Result> row) throws ExecutionException {
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    return row.get();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                    broken = true;
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for all rows; after one that failed or could not be told those that have not begun are left out. */
    @Override
    public void close() throws IOException {
        Exception first = null;
        while (!rows.isEmpty()) {
            try {
                tellFirst();
            } catch (IOException | RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first instanceof IOException unheard) {
            throw unheard;
        }
        if (first instanceof RuntimeException failure) {
            throw failure;
        }
    }
}
