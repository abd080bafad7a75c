package org.acmconversation.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Repeats a person's command that met another change of the same process, such as a changed profile: the person cannot
 * know of it, and the command is checked again from its start.
 */
class ConflictRetry {

    private final RetryTemplate retry = RetryTemplate.builder()
            .maxAttempts(8)
            .exponentialBackoff(20, 2, 500, true)
            .retryOn(OptimisticLockingException.class)
            .retryOn(ConcurrencyFailureException.class)
            .traversingCauses()
            .build();

    /** Runs a command; within another command or a transaction, which a conflict spoils as a whole, only once. */
    <T> T execute(Supplier<T> command) {
        if (Context.getCommandContext() != null || TransactionSynchronizationManager.isActualTransactionActive()) {
            return command.get();
        }
        return retry.execute(attempt -> command.get());
    }
}
