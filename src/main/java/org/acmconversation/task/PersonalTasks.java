package org.acmconversation.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The open tasks of one person. */
public interface PersonalTasks {

    /**
     * A task that somebody has.
     *
     * @param activityId id of the model element
     * @param engagementId null if its process belongs to none
     */
    record PersonalTask(
            String id,
            String name,
            String activityId,
            @Nullable UUID engagementId,
            @Nullable Instant dueAt) {}

    /**
     * How many tasks wait in the queues of some groups.
     *
     * @param overdue how many of them are overdue
     */
    record Queues(long open, long overdue) {}

    /** Those that a person has, what is due first first. */
    List<PersonalTask> of(String user, int limit);

    /** Those of some tasks that there are and that have a due date. */
    List<PersonalTask> dated(Collection<String> ids);

    /** What nobody has yet, of the tasks of some groups. */
    Queues queues(Collection<String> groups);
}
