package org.acmconversation.engagement;

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
 * Runs work in one transaction, and again when another request got in its way: what the other did is then visible, so
 * the second run takes it into account.
 */
@Component
public class Transactions {

    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final RetryTemplate retry = RetryTemplate.builder()
            .maxAttempts(8)
            .exponentialBackoff(20, 2, 500, true)
            .retryOn(ConcurrencyFailureException.class)
            .retryOn(DuplicateKeyException.class)
            .build();

    Transactions(PlatformTransactionManager transactionManager) {
        this.transaction = new TransactionTemplate(transactionManager);
        this.snapshot = new TransactionTemplate(transactionManager);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
    }

    /**
     * Runs the work, all or nothing; within a transaction that is under way, as a part of it.
     *
     * @throws ConcurrencyFailureException if others kept getting in the way
     */
    public <T> T run(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        try {
            return retry.execute(attempt -> transaction.execute(status -> work.get()));
        } catch (DuplicateKeyException e) {
            throw new ConcurrencyFailureException("Others kept inserting the same key", e);
        }
    }

    /**
     * Reads from one snapshot; within a transaction that is under way, as a part of it. At H2's lower levels each
     * statement has a snapshot of its own; PostgreSQL finds no conflicts, since nothing writes at this level.
     */
    public <T> T read(Supplier<T> work) {
        return snapshot.execute(status -> work.get());
    }
}
