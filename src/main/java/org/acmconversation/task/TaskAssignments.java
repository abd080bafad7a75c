package org.acmconversation.task;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acmconversation.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Claims, returns and assigns tasks of an engagement as Tasklist does, with the engine's authorizations.
 *
 * @see TaskAccess
 */
public interface TaskAssignments {

    /**
     * Claims a task. Claiming it again changes nothing.
     *
     * @throws UnknownTaskException if the engagement has no such task, or the user may not claim it
     * @throws TaskTakenException if a colleague has it
     */
    void claim(UUID engagementId, String taskId, Caller caller);

    /**
     * Returns the user's task to its queue. Does nothing if it is already there.
     *
     * @throws UnknownTaskException if the engagement has no such task
     * @throws TaskTakenException if a colleague has it
     */
    void unclaim(UUID engagementId, String taskId, Caller caller);

    /**
     * Assigns a task to a colleague.
     *
     * @param seen assignee that the user saw; null if there was none
     * @throws UnknownTaskException if the engagement has no such task, or the user may not assign it
     * @throws TaskTakenException if somebody else has claimed it since
     * @throws UnfitReceiverException if the colleague is not a candidate of the task
     */
    void assign(UUID engagementId, String taskId, @Nullable String seen, String receiver, Caller caller);

    /** Returns the engagement of an open task that a person may see, if it has one. */
    Optional<UUID> engagementOf(String taskId, Caller caller);

    /** Returns the ids of the members of groups, in order. */
    List<String> members(Collection<String> groups);
}
