package org.acmconversation.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * The engine's task service, with what completes or resolves a task checked against the task's form, and with taking
 * and giving back a task left to whoever works on it.
 */
class CheckedTaskService extends TaskServiceImpl {

    private final CompletionGuard guard;
    private final ConflictRetry retry = new ConflictRetry();

    CheckedTaskService(CompletionGuard guard) {
        this.guard = guard;
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        retry.execute(() -> commandExecutor.execute(new CheckedCompleteTask(taskId, variables, false, false)));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return retry.execute(
                () -> commandExecutor.execute(new CheckedCompleteTask(taskId, variables, true, deserializeValues)));
    }

    @Override
    public void resolveTask(String taskId) {
        resolveTask(taskId, null);
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        retry.execute(() -> commandExecutor.execute(new CheckedResolveTask(taskId, variables)));
    }

    /** Whoever works on a task may take it for themselves; to give it to another takes the right to assign it. */
    @Override
    public void claim(String taskId, String userId) {
        commandExecutor.execute(context -> {
            if (!isCaller(userId, context)) {
                checkAssign(taskId, context);
            }
            return new ClaimTaskCmd(taskId, userId).execute(context);
        });
    }

    /** Whoever has a task may give it back to its queue, without the right to assign it to others. */
    @Override
    public void setAssignee(String taskId, String userId) {
        commandExecutor.execute(context -> {
            TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
            if (userId == null && task != null && isCaller(task.getAssignee(), context)) {
                return context.runWithoutAuthorization(new AssignTaskCmd(taskId, null));
            }
            return new AssignTaskCmd(taskId, userId).execute(context);
        });
    }

    private static boolean isCaller(String userId, CommandContext context) {
        return context.getAuthenticatedUserId() == null
                || context.getAuthenticatedUserId().equals(userId);
    }

    private static void checkAssign(String taskId, CommandContext context) {
        TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        if (task != null) {
            context.getProcessEngineConfiguration()
                    .getCommandCheckers()
                    .forEach(checker -> checker.checkTaskAssign(task));
        }
    }

    private class CheckedCompleteTask extends CompleteTaskCmd {

        CheckedCompleteTask(
                String taskId, Map<String, Object> variables, boolean returnVariables, boolean deserializeValues) {
            super(taskId, variables, returnVariables, deserializeValues);
        }

        @Override
        protected void checkCompleteTask(TaskEntity task, CommandContext commandContext) {
            super.checkCompleteTask(task, commandContext);
            variables = guard.check(task, variables, commandContext);
        }
    }

    private class CheckedResolveTask extends ResolveTaskCmd {

        CheckedResolveTask(String taskId, Map<String, Object> variables) {
            super(taskId, variables);
        }

        @Override
        protected void checkCompleteTask(TaskEntity task, CommandContext commandContext) {
            super.checkCompleteTask(task, commandContext);
            variables = guard.check(task, variables, commandContext);
        }
    }
}
