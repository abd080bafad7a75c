package org.acmconversation.engine.task;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.acmconversation.engine.refusal.MissingFormException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;

/**
 * The engine's form service. It validates submitted task forms, and adds the data that forms show besides variables.
 */
public class CheckedFormService extends FormServiceImpl {

    private final CompletionGuard guard;
    private final FormContext context;
    private final ConflictRetry retry = new ConflictRetry();

    public CheckedFormService(CompletionGuard guard, FormContext context) {
        this.guard = guard;
        this.context = context;
    }

    /** The overridden method checks that the caller may read the task. */
    @Override
    public VariableMap getTaskFormVariables(
            String taskId, Collection<String> formVariables, boolean deserializeObjectValues) {
        VariableMap variables = super.getTaskFormVariables(taskId, formVariables, deserializeObjectValues);
        context.of(commandExecutor.execute(command -> businessKey(taskId, command)))
                .forEach((name, json) -> {
                    if (formVariables == null || formVariables.contains(name)) {
                        variables.putValueTyped(name, SpinValues.jsonValue(json).create());
                    }
                });
        return variables;
    }

    /** Null if the task has no process, or no longer exists. */
    private static @Nullable String businessKey(String taskId, CommandContext command) {
        return Optional.ofNullable(command.getTaskManager().findTaskById(taskId))
                .map(TaskEntity::getExecution)
                .map(ExecutionEntity::getProcessBusinessKey)
                .orElse(null);
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

    /** The overridden command checks that the caller may see the task. */
    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        return commandExecutor.execute(context -> {
            try {
                return new GetDeployedTaskFormCmd(taskId).execute(context);
            } catch (NotFoundException missing) {
                throw new MissingFormException(context.getTaskManager().findTaskById(taskId));
            }
        });
    }

    private class CheckedSubmitTaskForm extends SubmitTaskFormCmd {

        CheckedSubmitTaskForm(
                String taskId, Map<String, Object> properties, boolean returnVariables, boolean deserializeValues) {
            super(taskId, properties, returnVariables, deserializeValues);
        }

        /** The overridden command reports a task that is unknown or not the caller's. */
        @Override
        public VariableMap execute(CommandContext commandContext) {
            TaskEntity task =
                    taskId == null ? null : commandContext.getTaskManager().findTaskById(taskId);
            if (task != null) {
                commandContext
                        .getProcessEngineConfiguration()
                        .getCommandCheckers()
                        .forEach(checker -> checker.checkTaskWork(task));
                properties = guard.complete(task, properties, commandContext);
            }
            return super.execute(commandContext);
        }
    }
}
