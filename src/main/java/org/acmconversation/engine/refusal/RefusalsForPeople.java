package org.acmconversation.engine.refusal;

import java.util.Optional;
import org.acmconversation.problem.Causes;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;

/** Messages of the web applications for rejections whose original message is for developers. */
public class RefusalsForPeople {

    private RefusalsForPeople() {}

    /** Returns the message; empty if there is none for this rejection. */
    public static Optional<String> worded(Throwable refusal) {
        return Causes.of(refusal)
                .flatMap(cause -> key(cause).stream())
                .findFirst()
                .map(EngineMessages::worded);
    }

    private static Optional<String> key(Throwable cause) {
        if (cause instanceof AuthorizationException) {
            return Optional.of("refused.right");
        }
        if (cause instanceof TaskAlreadyClaimedException) {
            return Optional.of("refused.claimed");
        }
        if (cause instanceof SuspendedEntityInteractionException) {
            return Optional.of("refused.suspended");
        }
        boolean isMissing = cause instanceof NullValueException || cause instanceof NotFoundException;
        return isMissing && String.valueOf(cause.getMessage()).contains("task with id")
                ? Optional.of("refused.gone")
                : Optional.empty();
    }
}
