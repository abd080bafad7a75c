package org.acmconversation.engine.task;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.acmconversation.engine.refusal.ClaimedByAnotherException;
import org.acmconversation.engine.refusal.MissingFormException;
import org.acmconversation.engine.task.CompletionCheck.DeployedForm;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.form.handler.DefaultFormHandler;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.VariableMapImpl;
import org.jspecify.annotations.Nullable;

/** Checks submissions against the form of the task. */
public class CompletionGuard {

    private final List<CompletionCheck> checks;
    private final List<CompletionListener> listeners;
    private final ConcurrentMap<String, DeployedForm> forms = new ConcurrentHashMap<>();

    public CompletionGuard(List<CompletionCheck> checks, List<CompletionListener> listeners) {
        this.checks = checks;
        this.listeners = listeners;
    }

    /**
     * Rejects an invalid completion with the exception that the engine's REST API maps to 400.
     *
     * @return the variables to store
     * @throws ClaimedByAnotherException if someone else has claimed the task
     * @throws FormFieldValidationException naming each field that is missing or not valid
     * @throws MissingFormException if the form itself is missing
     */
    VariableMap check(TaskEntity task, @Nullable Map<String, Object> submitted, CommandContext commandContext) {
        return check(task, submitted, commandContext, List.of());
    }

    /**
     * Like {@link #check}, for a task that is then completed and not only resolved: also notifies the listeners.
     *
     * @return the variables to store
     */
    VariableMap complete(TaskEntity task, @Nullable Map<String, Object> submitted, CommandContext commandContext) {
        return check(task, submitted, commandContext, listeners);
    }

    private VariableMap check(
            TaskEntity task,
            @Nullable Map<String, Object> submitted,
            CommandContext commandContext,
            List<CompletionListener> accepting) {
        String caller = commandContext.getAuthenticatedUserId();
        if (caller != null && task.getAssignee() != null && !task.getAssignee().equals(caller)) {
            throw new ClaimedByAnotherException(task);
        }
        var variables = submitted == null ? Variables.createVariables() : new VariableMapImpl(submitted);
        DeployedForm form = form(task, commandContext);
        if (form == null) {
            return variables;
        }
        var submission = new TaskSubmission(
                task,
                form,
                variables,
                Context.getProcessEngineConfiguration()
                        .getDmnEngineConfiguration()
                        .getFeelEngine());
        List<String> errors = checks.stream()
                .flatMap(check -> check.check(submission).stream())
                .toList();
        if (!errors.isEmpty()) {
            throw new FormFieldValidationException((Object) errors, String.join("; ", errors));
        }
        accepting.forEach(listener -> listener.accepted(submission));
        return variables;
    }

    private @Nullable DeployedForm form(TaskEntity task, CommandContext commandContext) {
        TaskDefinition definition = task.getTaskDefinition();
        FormDefinition form = definition == null ? null : definition.getFormDefinition();
        if (form == null || form.getCamundaFormDefinitionKey() == null) {
            return null;
        }
        String key = (String) form.getCamundaFormDefinitionKey().getValue(task);
        var manager = commandContext.getCamundaFormDefinitionManager();
        if (DefaultFormHandler.FORM_REF_BINDING_DEPLOYMENT.equals(form.getCamundaFormDefinitionBinding())) {
            String deploymentId = task.getProcessDefinition().getDeploymentId();
            return forms.computeIfAbsent(
                    deploymentId + "/" + key,
                    id -> load(id, manager.findDefinitionByDeploymentAndKey(deploymentId, key), task, commandContext));
        }
        CamundaFormDefinitionEntity latest = manager.findLatestDefinitionByKey(key);
        return forms.computeIfAbsent(
                latest == null ? key : latest.getId(), id -> load(id, latest, task, commandContext));
    }

    /** @throws MissingFormException if there is no such form */
    private static DeployedForm load(
            String id, CamundaFormDefinitionEntity form, TaskEntity task, CommandContext commandContext) {
        if (form == null) {
            throw new MissingFormException(task);
        }
        byte[] content = commandContext
                .getResourceManager()
                .findResourceByDeploymentIdAndResourceName(form.getDeploymentId(), form.getResourceName())
                .getBytes();
        return new DeployedForm(id, content);
    }
}
