package org.acmconversation.substitution;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks, whose they are and who does them. */
public interface OwnedTasks {

    /**
     * An open task that somebody has.
     *
     * @param engagementId null if its process belongs to none
     * @param owner the absent person whom a substitute has taken it over from
     */
    record OwnedTask(
            String id,
            @Nullable String name,
            @Nullable UUID engagementId,
            @Nullable Instant dueAt,
            String assignee,
            @Nullable String owner) {}

    /** Tasks that a person has and some groups may work on, what is due first first. */
    List<OwnedTask> of(String assignee, Collection<String> groups, int limit);

    /** Tasks that substitutes have taken over from a person. */
    List<OwnedTask> takenOverFrom(String owner);

    /** A task that somebody has, for those who are among its candidates. */
    Optional<OwnedTask> find(String taskId, Collection<String> groups);

    /** A task that a substitute has taken over from a person. */
    Optional<OwnedTask> findOf(String owner, String taskId);

    /**
     * Changes whose task it is and who does it, at once.
     *
     * @param task as it was read
     * @throws org.acmconversation.task.TaskTakenException if it has changed since
     */
    void change(OwnedTask task, @Nullable String owner, String assignee);
}
