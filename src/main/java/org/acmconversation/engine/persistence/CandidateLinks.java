package org.acmconversation.engine.persistence;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Deletes a task's candidates together with the task, without reading them: the history has no entry for them. */
class CandidateLinks extends IdentityLinkManager {

    @Override
    public List<IdentityLinkEntity> findIdentityLinksByTaskId(String taskId) {
        TaskEntity task = getDbEntityManager().getCachedEntity(TaskEntity.class, taskId);
        if (task == null || !task.isDeleted()) {
            return super.findIdentityLinksByTaskId(taskId);
        }
        getDbEntityManager().delete(IdentityLinkEntity.class, "deleteIdentityLinksOfTask", taskId);
        return new ArrayList<>();
    }
}
