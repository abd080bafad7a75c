package org.acmconversation.substitution.process;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.substitution.TasksOfAbsentees;
import org.acmconversation.task.TaskTakenException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Owners and assignees of the engine's tasks. The use case decides who may change them, not the engine's
 * authorizations.
 */
@Component
class CamundaTasksOfAbsentees implements TasksOfAbsentees {

    private final TaskService taskService;
    private final RuntimeService runtimeService;

    CamundaTasksOfAbsentees(TaskService taskService, RuntimeService runtimeService) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
    }

    @Override
    public List<OwnedTask> of(String assignee, Collection<String> groups, int limit) {
        if (groups.isEmpty()) {
            return List.of();
        }
        return taskService
                .createTaskQuery()
                .taskAssignee(assignee)
                .taskCandidateGroupIn(List.copyOf(groups))
                .includeAssignedTasks()
                .orderByDueDate()
                .asc()
                .orderByTaskId()
                .asc()
                .listPage(0, limit)
                .stream()
                .map(this::owned)
                .toList();
    }

    @Override
    public List<OwnedTask> takenOverFrom(String owner) {
        return taskService
                .createTaskQuery()
                .taskOwner(owner)
                .taskAssigned()
                .orderByDueDate()
                .asc()
                .orderByTaskId()
                .asc()
                .list()
                .stream()
                .map(this::owned)
                .toList();
    }

    @Override
    public Optional<OwnedTask> find(String taskId, Collection<String> groups) {
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(taskService
                        .createTaskQuery()
                        .taskId(taskId)
                        .taskAssigned()
                        .taskCandidateGroupIn(List.copyOf(groups))
                        .includeAssignedTasks()
                        .singleResult())
                .map(this::owned);
    }

    @Override
    public Optional<OwnedTask> findOf(String owner, String taskId) {
        return Optional.ofNullable(taskService
                        .createTaskQuery()
                        .taskId(taskId)
                        .taskOwner(owner)
                        .taskAssigned()
                        .singleResult())
                .map(this::owned);
    }

    private OwnedTask owned(Task task) {
        ProcessInstance instance = runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return new OwnedTask(
                task.getId(),
                task.getName(),
                instance == null
                        ? null
                        : BusinessKey.engagementId(instance.getBusinessKey()).orElse(null),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                task.getAssignee(),
                task.getOwner());
    }

    @Override
    public void change(OwnedTask task, @Nullable String owner, String assignee) {
        Task current = taskService.createTaskQuery().taskId(task.id()).singleResult();
        if (current == null
                || !Objects.equals(current.getAssignee(), task.assignee())
                || !Objects.equals(current.getOwner(), task.owner())) {
            throw new TaskTakenException();
        }
        current.setOwner(owner);
        current.setAssignee(assignee);
        try {
            taskService.saveTask(current);
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("The task was changed concurrently", e);
        }
    }
}
