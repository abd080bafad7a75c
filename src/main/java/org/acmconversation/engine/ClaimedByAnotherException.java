package org.acmconversation.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Somebody tries to complete a task that somebody else has claimed. */
class ClaimedByAnotherException extends ProcessEngineException {

    ClaimedByAnotherException(TaskEntity task) {
        super(EngineMessages.worded("task.claimed", task.getName(), task.getAssignee()));
    }
}
