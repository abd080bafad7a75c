package org.acmconversation.engine;

import java.io.InputStream;
import java.util.Map;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's form service, with what a task form submits checked against the form. */
class CheckedFormService extends FormServiceImpl {

    private final CompletionGuard guard;
    private final ConflictRetry retry = new ConflictRetry();

    CheckedFormService(CompletionGuard guard) {
        this.guard = guard;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        retry.execute(() -> commandExecutor.execute(new CheckedSubmitTaskForm(taskId, properties, false, false)));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return retry.execute(
                () -> commandExecutor.execute(new CheckedSubmitTaskForm(taskId, properties, true, deserializeValues)));
    }

    /** The overridden command lets nobody see a form who may not see its task. */
    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        return commandExecutor.execute(context -> {
            try {
                return new GetDeployedTaskFormCmd(taskId).execute(context);
            } catch (NotFoundException missing) {
                throw new MissingForm(context.getTaskManager().findTaskById(taskId));
            }
        });
    }

    private class CheckedSubmitTaskForm extends SubmitTaskFormCmd {

        CheckedSubmitTaskForm(
                String taskId, Map<String, Object> properties, boolean returnVariables, boolean deserializeValues) {
            super(taskId, properties, returnVariables, deserializeValues);
        }

        /** The overridden command says so itself where the task is unknown or not the caller's. */
        @Override
        public VariableMap execute(CommandContext commandContext) {
            TaskEntity task =
                    taskId == null ? null : commandContext.getTaskManager().findTaskById(taskId);
            if (task != null) {
                commandContext
                        .getProcessEngineConfiguration()
                        .getCommandCheckers()
                        .forEach(checker -> checker.checkTaskWork(task));
                properties = guard.check(task, properties, commandContext);
            }
            return super.execute(commandContext);
        }
    }
}
