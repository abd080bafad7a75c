package org.acmconversation.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Somebody completes a task that somebody else has. */
class ClaimedByAnother extends ProcessEngineException {

    ClaimedByAnother(TaskEntity task) {
        super(EngineMessages.worded("task.claimed", task.getName(), task.getAssignee()));
    }
}
