package org.acmconversation.task.process;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.security.Role;
import org.acmconversation.task.TaskAccess;
import org.acmconversation.task.TaskNotClaimedException;
import org.acmconversation.task.UnknownTaskException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Reads a task's assignee and candidates from the engine; candidates may see the task. */
@Component
class CamundaTaskAccess implements TaskAccess {

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final TaskCandidates candidates;

    CamundaTaskAccess(TaskService taskService, RuntimeService runtimeService, TaskCandidates candidates) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.candidates = candidates;
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

    @Override
    public UUID requireVisible(String taskId, String user, Collection<String> groups) {
        Task task = taskService.createTaskQuery().taskId(taskId).singleResult();
        if (task == null
                || !user.equals(task.getAssignee())
                        && !groups.contains(Groups.CAMUNDA_ADMIN)
                        && !groups.contains(Role.LEAD.group())
                        && !isCandidate(taskId, user, groups)) {
            throw new UnknownTaskException();
        }
        return Optional.ofNullable(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult())
                .map(ProcessInstance::getBusinessKey)
                .flatMap(BusinessKey::engagementId)
                .orElseThrow(UnknownTaskException::new);
    }

    private boolean isCandidate(String taskId, String user, Collection<String> groups) {
        return candidates.of(taskId).stream()
                .anyMatch(link -> user.equals(link.getUserId()) || groups.contains(link.getGroupId()));
    }
}
