package org.acmconversation.engine.refusal;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** A task whose form was not deployed with its model, so it can be neither filled in nor validated. */
public class MissingFormException extends ProcessEngineException {

    public MissingFormException(TaskEntity task) {
        super(EngineMessages.worded("form.missing", task.getName(), form(task)));
    }

    private static Object form(TaskEntity task) {
        FormDefinition form = task.getTaskDefinition().getFormDefinition();
        return form.getCamundaFormDefinitionKey().getValue(task);
    }
}
