package org.acmconversation.formanswer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.timeline.CompletedTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The tasks that a person has completed, with the answers. */
@Component
public class CompletedWork {

    private final CompletedTasks tasks;
    private final Answers answers;

    CompletedWork(CompletedTasks tasks, Answers answers) {
        this.tasks = tasks;
        this.answers = answers;
    }

    /** A completed task. */
    public record Item(
            String taskId,
            @Nullable String activityId,
            @Nullable String name,
            Instant completedAt,
            UUID engagementId,
            String customer,
            String externalId,
            List<Answer> answers) {}

    /** A page of completed tasks. */
    public record Page(List<Item> items, int page, int size, long totalItems) {}

    /**
     * Returns a page of the tasks that a person has completed, newest first, and their total from the same snapshot.
     */
    @Transactional(readOnly = true, isolation = Isolation.SERIALIZABLE)
    public Page find(CompletedTasks.Query query) {
        CompletedTasks.Page found = tasks.find(query);
        Map<String, List<Answer>> given = answers.of(
                found.items().stream().map(CompletedTasks.CompletedTask::taskId).toList());
        return new Page(
                found.items().stream()
                        .map(task -> new Item(
                                task.taskId(),
                                task.activityId(),
                                task.name(),
                                task.completedAt(),
                                task.engagementId(),
                                task.customer(),
                                task.externalId(),
                                given.getOrDefault(task.taskId(), List.of())))
                        .toList(),
                query.page().page(),
                query.page().size(),
                found.totalItems());
    }
}
