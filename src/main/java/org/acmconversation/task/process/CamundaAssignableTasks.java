package org.acmconversation.task.process;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.acmconversation.engagement.Due;
import org.acmconversation.engine.task.TaskLock;
import org.acmconversation.security.Caller;
import org.acmconversation.task.AssignableTasks;
import org.acmconversation.task.TaskFilter;
import org.acmconversation.task.TaskTakenException;
import org.acmconversation.task.UnknownTaskException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Selects tasks in the engine and assigns them on behalf of the current user. */
@Component
class CamundaAssignableTasks implements AssignableTasks {

    private final TaskService taskService;
    private final HistoryService historyService;
    private final TaskEngagements taskEngagements;
    private final TaskLock lock;
    private final EngineCaller engine;

    CamundaAssignableTasks(
            TaskService taskService,
            HistoryService historyService,
            TaskEngagements taskEngagements,
            TaskLock lock,
            EngineCaller engine) {
        this.taskService = taskService;
        this.historyService = historyService;
        this.taskEngagements = taskEngagements;
        this.lock = lock;
        this.engine = engine;
    }

    @Override
    public Chosen choose(TaskFilter filter, Due.Span span, Collection<String> departed, int limit) {
        return isOfNobody(filter, departed)
                ? new Chosen(List.of(), 0)
                : new Chosen(
                        list(filter, span, departed, 0, limit),
                        query(filter, span, departed).count());
    }

    @Override
    public List<OpenTask> list(TaskFilter filter, Due.Span span, Collection<String> departed, int offset, int limit) {
        return isOfNobody(filter, departed)
                ? List.of()
                : open(query(filter, span, departed)
                        .orderByDueDate()
                        .asc()
                        .orderByTaskId()
                        .asc()
                        .listPage(offset, limit));
    }

    private static boolean isOwnerless(TaskFilter filter) {
        return Boolean.TRUE.equals(filter.ownerless());
    }

    private static boolean isOfNobody(TaskFilter filter, Collection<String> departed) {
        return isOwnerless(filter) && departed.isEmpty();
    }

    private TaskQuery query(TaskFilter filter, Due.Span span, Collection<String> departed) {
        TaskQuery query = taskService.createTaskQuery();
        if (filter.assignee() != null) {
            query.taskAssignee(filter.assignee());
        }
        if (Boolean.TRUE.equals(filter.unassigned())) {
            query.taskUnassigned();
        }
        if (isOwnerless(filter)) {
            query.taskAssigneeIn(departed.toArray(String[]::new));
        }
        if (filter.group() != null) {
            query.taskCandidateGroup(filter.group()).includeAssignedTasks();
        }
        if (filter.activity() != null) {
            query.taskDefinitionKey(filter.activity());
        }
        within(query, span);
        return query;
    }

    private static void within(TaskQuery query, Due.Span span) {
        Instant from = span.from();
        Instant before = span.before();
        // The engine's bounds are exclusive, and its dates have milliseconds.
        if (from != null) {
            query.dueAfter(Date.from(from.minusMillis(1)));
        }
        if (before != null) {
            query.dueBefore(Date.from(before));
        }
    }

    @Override
    public List<OpenTask> find(Collection<String> taskIds) {
        return taskIds.isEmpty()
                ? List.of()
                : open(taskService
                        .createTaskQuery()
                        .taskIdIn(taskIds.toArray(String[]::new))
                        .list());
    }

    private List<OpenTask> open(List<Task> tasks) {
        Map<String, UUID> engagements = taskEngagements.of(tasks);
        return tasks.stream()
                .map(task -> new OpenTask(
                        task.getId(),
                        task.getName(),
                        engagements.get(task.getProcessInstanceId()),
                        task.getAssignee(),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant()))
                .toList();
    }

    @Override
    public List<NamedTask> named(Collection<String> taskIds) {
        return taskIds.stream().map(this::named).toList();
    }

    private NamedTask named(String taskId) {
        HistoricTaskInstance task =
                historyService.createHistoricTaskInstanceQuery().taskId(taskId).singleResult();
        return task == null
                ? new NamedTask(taskId, null, null)
                : new NamedTask(taskId, task.getName(), taskEngagements.of(task).orElse(null));
    }

    @Override
    public boolean assign(OpenTask task, @Nullable String receiver, @Nullable String reason, Caller caller) {
        String assignee = lock.assignee(task.id()).orElse(null);
        return engine.as(caller, () -> {
            if (taskService.createTaskQuery().taskId(task.id()).count() == 0) {
                throw new UnknownTaskException();
            }
            if (Objects.equals(assignee, receiver)) {
                return false;
            }
            TaskTakenException.throwIfTaken(task.assignee(), assignee);
            taskService.setAssignee(task.id(), receiver);
            if (reason != null) {
                taskService.createComment(task.id(), null, reason);
            }
            return true;
        });
    }
}
