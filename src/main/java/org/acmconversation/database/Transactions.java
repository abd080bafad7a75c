package org.acmconversation.database;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in a transaction and retries it after a conflict with a concurrent request, whose changes are then visible.
 */
@Component
public class Transactions {

    private static final int MAX_READ_SECONDS = 600;

    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate longSnapshot;
    private final TransactionTemplate trial;
    private final RetryTemplate retry = RetryTemplate.builder()
            .maxAttempts(8)
            .exponentialBackoff(20, 2, 500, true)
            .retryOn(ConcurrencyFailureException.class)
            .retryOn(DuplicateKeyException.class)
            .build();

    Transactions(PlatformTransactionManager transactionManager) {
        this.transaction = new TransactionTemplate(transactionManager);
        this.snapshot = snapshot(transactionManager);
        this.longSnapshot = snapshot(transactionManager);
        this.longSnapshot.setTimeout(MAX_READ_SECONDS);
        this.trial = new TransactionTemplate(transactionManager);
        this.trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private static TransactionTemplate snapshot(PlatformTransactionManager transactionManager) {
        var template = new TransactionTemplate(transactionManager);
        template.setReadOnly(true);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        return template;
    }

    /**
     * Runs the work atomically; joins a current transaction.
     *
     * @throws ConcurrencyFailureException if the conflicts continue
     */
    public <T> T run(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        try {
            return retry.execute(attempt -> transaction.execute(status -> work.get()));
        } catch (DuplicateKeyException e) {
            throw new ConcurrencyFailureException("Concurrent requests kept inserting the same key", e);
        }
    }

    /** Like {@link #run(Supplier)}, for work without a result. */
    public void run(Runnable work) {
        run(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Reads from one snapshot; joins a current transaction. At lower isolation levels each statement of H2 has its own
     * snapshot. On PostgreSQL there are no conflicts, since nothing is written.
     */
    public <T> T read(Supplier<T> work) {
        return snapshot.execute(status -> work.get());
    }

    /** Like {@link #read}, for up to ten minutes: for reads of whole tables. */
    public <T> T readAtLength(Supplier<T> work) {
        return longSnapshot.execute(status -> work.get());
    }

    /** Runs work in a new transaction and rolls it back, to see what the result would be. */
    public <T> T tryOut(Supplier<T> work) {
        return trial.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        });
    }
}
