package org.acmconversation.task.process;

import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.task.PersonalTasks;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** Queries the engine for a person's tasks, using the indexes on assignees and candidates. */
@Component
class CamundaPersonalTasks implements PersonalTasks {

    private final TaskService taskService;
    private final TaskEngagements taskEngagements;
    private final Clock clock;

    CamundaPersonalTasks(TaskService taskService, TaskEngagements taskEngagements, Clock clock) {
        this.taskService = taskService;
        this.taskEngagements = taskEngagements;
        this.clock = clock;
    }

    @Override
    public List<PersonalTask> of(String user, int limit) {
        List<Task> tasks = taskService
                .createTaskQuery()
                .taskAssignee(user)
                .orderByDueDate()
                .asc()
                .orderByTaskId()
                .asc()
                .listPage(0, limit);
        return personal(tasks);
    }

    @Override
    public List<PersonalTask> dated(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Task> tasks = taskService
                .createTaskQuery()
                .taskIdIn(ids.toArray(String[]::new))
                .list();
        return personal(tasks.stream().filter(task -> task.getDueDate() != null).toList());
    }

    @Override
    public List<PersonalTask> unclaimed(String activityId, Collection<UUID> engagements) {
        if (engagements.isEmpty()) {
            return List.of();
        }
        return personal(taskService
                .createTaskQuery()
                .taskDefinitionKey(activityId)
                .processInstanceBusinessKeyIn(
                        engagements.stream().map(UUID::toString).toArray(String[]::new))
                .taskUnassigned()
                .list());
    }

    private List<PersonalTask> personal(List<Task> tasks) {
        Map<String, UUID> engagements = taskEngagements.of(tasks);
        return tasks.stream()
                .map(task -> new PersonalTask(
                        task.getId(),
                        task.getName(),
                        task.getTaskDefinitionKey(),
                        engagements.get(task.getProcessInstanceId()),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant()))
                .toList();
    }

    @Override
    public Queues queues(Collection<String> groups) {
        if (groups.isEmpty()) {
            return new Queues(0, 0);
        }
        return new Queues(
                queue(groups).count(),
                queue(groups).dueBefore(Date.from(clock.instant())).count());
    }

    private TaskQuery queue(Collection<String> groups) {
        return taskService
                .createTaskQuery()
                .taskCandidateGroupIn(List.copyOf(groups))
                .taskUnassigned();
    }
}
