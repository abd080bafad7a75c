package org.acmconversation.engine.task;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Retries a user's command after a conflict with a concurrent change of the same process, such as a changed profile.
 * The command is validated again from the start.
 */
class ConflictRetry {

    private final RetryTemplate retry = RetryTemplate.builder()
            .maxAttempts(8)
            .exponentialBackoff(20, 2, 500, true)
            .retryOn(OptimisticLockingException.class)
            .retryOn(ConcurrencyFailureException.class)
            .traversingCauses()
            .build();

    /**
     * Runs a command. Within another command or a transaction, which a conflict invalidates as a whole, it is not
     * retried.
     */
    <T> T execute(Supplier<T> command) {
        if (Context.getCommandContext() != null || TransactionSynchronizationManager.isActualTransactionActive()) {
            return command.get();
        }
        return retry.execute(attempt -> command.get());
    }
}
