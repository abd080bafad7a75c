package org.acmconversation.engagement.web;

import io.micrometer.context.ContextSnapshot;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * The rows of an import in progress. Results are reported in the order of the file, and the number of waiting rows is
 * limited.
 */
class RowsInFlight implements AutoCloseable {

    /** The result of a row, reported after those of the preceding rows. */
    interface Result {
        void tell(ImportReport report) throws IOException;
    }

    private static final Result LEFT_OUT = report -> {};

    private final ImportThreads threads;
    private final ContextSnapshot caller;
    private final ImportReport report;
    private final Queue<Future<Result>> rows = new ArrayDeque<>();
    private volatile boolean broken;

    /** @param caller context of the user who imports the rows */
    RowsInFlight(ImportThreads threads, ContextSnapshot caller, ImportReport report) {
        this.threads = threads;
        this.caller = caller;
        this.report = report;
    }

    /**
     * Starts a row concurrently with others, but after preceding rows with the same key; blocks while too many are in
     * flight.
     *
     * @throws RuntimeException the failure of a preceding row
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
            throw new IllegalStateException("A row could not be imported", e.getCause());
        } catch (IOException e) {
            broken = true;
            throw e;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("The import was interrupted");
        }
    }

    /** Waits even if interrupted: a running row uses the request's context, so the request must not end before it. */
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

    /** Waits for all rows. After a failure, rows that have not started are skipped. */
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
