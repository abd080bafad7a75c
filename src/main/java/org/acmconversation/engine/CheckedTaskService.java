package org.acmconversation.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's task service, with what completes or resolves a task checked against the task's form. */
class CheckedTaskService extends TaskServiceImpl {

    private final CompletionGuard guard;

    CheckedTaskService(CompletionGuard guard) {
        this.guard = guard;
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        commandExecutor.execute(new CheckedCompleteTask(taskId, variables, false, false));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return commandExecutor.execute(new CheckedCompleteTask(taskId, variables, true, deserializeValues));
    }

    @Override
    public void resolveTask(String taskId) {
        resolveTask(taskId, null);
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        commandExecutor.execute(new CheckedResolveTask(taskId, variables));
    }

    private class CheckedCompleteTask extends CompleteTaskCmd {

        CheckedCompleteTask(
                String taskId, Map<String, Object> variables, boolean returnVariables, boolean deserializeValues) {
            super(taskId, variables, returnVariables, deserializeValues);
        }

        @Override
        protected void checkCompleteTask(TaskEntity task, CommandContext commandContext) {
            super.checkCompleteTask(task, commandContext);
            guard.check(task, variables, commandContext);
        }
    }

    private class CheckedResolveTask extends ResolveTaskCmd {

        CheckedResolveTask(String taskId, Map<String, Object> variables) {
            super(taskId, variables);
        }

        @Override
        protected void checkCompleteTask(TaskEntity task, CommandContext commandContext) {
            super.checkCompleteTask(task, commandContext);
            guard.check(task, variables, commandContext);
        }
    }
}
