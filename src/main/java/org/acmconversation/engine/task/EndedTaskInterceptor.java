package org.acmconversation.engine.task;

import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.MissingAuthorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Reports a task that ended during a command as missing. The command reads the task first and then the authorizations,
 * which end with the task: without this interceptor, someone who completes a task while its engagement is withdrawn
 * would be told that they lack the permission.
 */
public class EndedTaskInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (AuthorizationException refusal) {
            refusal.getMissingAuthorizations().stream()
                    .filter(missing -> Resources.TASK.resourceName().equals(missing.getResourceType()))
                    .map(MissingAuthorization::getResourceId)
                    .filter(Objects::nonNull)
                    .filter(taskId -> !exists(taskId))
                    .findFirst()
                    .ifPresent(taskId -> {
                        throw new NullValueException("Cannot find task with id " + taskId, refusal);
                    });
            throw refusal;
        }
    }

    private boolean exists(String taskId) {
        return next.execute(context -> context.getTaskManager().findTaskById(taskId) != null);
    }
}
