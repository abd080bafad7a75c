package org.acmconversation.engine.refusal;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Somebody tries to complete a task that somebody else has claimed. */
public class ClaimedByAnotherException extends ProcessEngineException {

    public ClaimedByAnotherException(TaskEntity task) {
        super(EngineMessages.worded("task.claimed", task.getName(), task.getAssignee()));
    }
}
