package org.acmconversation.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The open tasks of one person. */
public interface PersonalTasks {

    /**
     * A task of the person.
     *
     * @param activityId id of the model element
     * @param engagementId null if its process has no engagement
     */
    record PersonalTask(
            String id,
            String name,
            String activityId,
            @Nullable UUID engagementId,
            @Nullable Instant dueAt) {}

    /**
     * Number of tasks in the queues of groups.
     *
     * @param overdue number of overdue tasks among them
     */
    record Queues(long open, long overdue) {}

    /** Returns a person's tasks, by due date. */
    List<PersonalTask> of(String user, int limit);

    /** Returns those of the tasks that exist and have a due date. */
    List<PersonalTask> dated(Collection<String> ids);

    /** Returns the tasks of engagements at a step that nobody has claimed. */
    List<PersonalTask> unclaimed(String activityId, Collection<UUID> engagements);

    /** Counts the unassigned tasks of groups. */
    Queues queues(Collection<String> groups);
}
