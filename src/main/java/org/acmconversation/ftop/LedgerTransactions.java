package org.acmconversation.ftop;

import java.util.UUID;
import java.util.function.Supplier;
import org.acmconversation.engagement.Engagements;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions of the ledger's own, within those of the process. Each locks the engagement first, as a withdrawal does:
 * what one of them writes, the other sees.
 */
@Component
class LedgerTransactions {

    private final TransactionTemplate apart;
    private final Engagements engagements;

    LedgerTransactions(PlatformTransactionManager transactionManager, Engagements engagements) {
        this.apart = new TransactionTemplate(transactionManager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.engagements = engagements;
    }

    /** Runs work in a transaction that is over when it returns. */
    <T> T apart(UUID engagementId, Supplier<T> work) {
        return apart.execute(transaction -> {
            engagements.lock(engagementId);
            return work.get();
        });
    }

    /**
     * The same, for what nobody wants of an engagement that has ended.
     *
     * @throws IllegalStateException if it has; a job that runs into this is gone already
     */
    <T> T whileRunning(UUID engagementId, Supplier<T> work) {
        return apart.execute(transaction -> {
            if (!engagements.lock(engagementId).isRunning()) {
                throw new IllegalStateException("Engagement %s has ended meanwhile".formatted(engagementId));
            }
            return work.get();
        });
    }
}
