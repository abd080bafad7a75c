package org.acmconversation.substitution;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port to the owners and assignees of tasks. */
public interface TasksOfAbsentees {

    /**
     * An open, assigned task.
     *
     * @param engagementId null if its process has no engagement
     * @param owner the absent person from whom a substitute has taken it over, or null
     */
    record OwnedTask(
            String id,
            @Nullable String name,
            @Nullable UUID engagementId,
            @Nullable Instant dueAt,
            String assignee,
            @Nullable String owner) {}

    /** Returns a person's tasks that members of groups may work on, by due date. */
    List<OwnedTask> of(String assignee, Collection<String> groups, int limit);

    /** Returns the tasks that substitutes have taken over from a person. */
    List<OwnedTask> takenOverFrom(String owner);

    /** Returns an assigned task if members of groups are its candidates. */
    Optional<OwnedTask> find(String taskId, Collection<String> groups);

    /** Returns a task that a substitute has taken over from a person. */
    Optional<OwnedTask> findOf(String owner, String taskId);

    /**
     * Changes a task's owner and assignee together.
     *
     * @param task the task as it was read
     * @throws org.acmconversation.task.TaskTakenException if it has changed since
     */
    void change(OwnedTask task, @Nullable String owner, String assignee);
}
