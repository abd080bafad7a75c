package org.acmconversation.ftop;

import java.util.UUID;
import java.util.function.Supplier;
import org.acmconversation.engagement.Engagements;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Separate transactions for the ledger, nested in those of the process. Each locks the engagement first, as a
 * withdrawal does, so that they see each other's changes.
 */
@Component
class LedgerTransactions {

    private final TransactionTemplate newTransaction;
    private final Engagements engagements;

    LedgerTransactions(PlatformTransactionManager transactionManager, Engagements engagements) {
        this.newTransaction = new TransactionTemplate(transactionManager);
        this.newTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.engagements = engagements;
    }

    /** Runs work in a separate transaction. */
    <T> T inNewTransaction(UUID engagementId, Supplier<T> work) {
        return newTransaction.execute(transaction -> {
            engagements.lock(engagementId);
            return work.get();
        });
    }

    /**
     * Runs work in a separate transaction, unless the engagement has ended.
     *
     * @throws IllegalStateException if the engagement has ended; its job no longer exists then
     */
    <T> T whileRunning(UUID engagementId, Supplier<T> work) {
        return newTransaction.execute(transaction -> {
            if (!engagements.lock(engagementId).isRunning()) {
                throw new IllegalStateException("Engagement %s has ended in the meantime".formatted(engagementId));
            }
            return work.get();
        });
    }
}
