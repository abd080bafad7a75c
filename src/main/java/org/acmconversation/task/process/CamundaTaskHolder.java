package org.acmconversation.task.process;

import java.util.Collection;
import org.acmconversation.task.TaskHolder;
import org.acmconversation.task.TaskNotClaimedException;
import org.acmconversation.task.UnknownTaskException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Reads a task's assignee and candidates from the engine; candidates may see the task. */
@Component
class CamundaTaskHolder implements TaskHolder {

    private final TaskService taskService;

    CamundaTaskHolder(TaskService taskService) {
        this.taskService = taskService;
    }

    @Override
    public void requireClaimed(String taskId, String user, Collection<String> groups) {
        Task task = taskService.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw new UnknownTaskException();
        }
        if (!user.equals(task.getAssignee())) {
            throw isCandidate(taskId, user, groups) ? new TaskNotClaimedException() : new UnknownTaskException();
        }
    }

    private boolean isCandidate(String taskId, String user, Collection<String> groups) {
        return taskService.getIdentityLinksForTask(taskId).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .anyMatch(link -> user.equals(link.getUserId()) || groups.contains(link.getGroupId()));
    }
}
