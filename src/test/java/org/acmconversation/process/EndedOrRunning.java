package org.acmconversation.process;

import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** A process instance by its id alone: all that camunda-bpm-assert looks at, and what is left of one that has ended. */
class EndedOrRunning extends ExecutionEntity {

    EndedOrRunning(String processInstanceId) {
        this.id = processInstanceId;
        this.processInstanceId = processInstanceId;
    }
}
