package org.acmconversation.process;

import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** A process instance with only its id, which is all that camunda-bpm-assert needs. */
class ProcessInstanceById extends ExecutionEntity {

    ProcessInstanceById(String processInstanceId) {
        this.id = processInstanceId;
        this.processInstanceId = processInstanceId;
    }
}
