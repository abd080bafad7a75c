package org.acmconversation.task;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes and gives tasks of an engagement as Tasklist does, with the engine's own authorizations.
 *
 * @see TaskHolder
 */
public interface TaskAssignments {

    /**
     * Someone who takes or gives a task.
     *
     * @param name id of the user
     * @param groups ids of the groups
     */
    record Person(String name, Collection<String> groups) {}

    /**
     * Takes a task for oneself. Taking it again changes nothing.
     *
     * @throws UnknownTaskException if the engagement has no such task, or none that is theirs to take
     * @throws TaskTakenException if a colleague has it
     */
    void claim(UUID engagementId, String taskId, Person person);

    /**
     * Returns one's task to its queue. If it is there already, nothing changes.
     *
     * @throws UnknownTaskException if the engagement has no such task
     * @throws TaskTakenException if a colleague has it
     */
    void giveBack(UUID engagementId, String taskId, Person person);

    /**
     * Gives a task to a colleague.
     *
     * @throws UnknownTaskException if the engagement has no such task, or none that is theirs to give
     * @throws UnfitReceiverException if the colleague is none of the task's candidates
     */
    void assign(UUID engagementId, String taskId, String receiver, Person person);

    /** The engagement of an open task that a person may see, if it has one. */
    Optional<UUID> engagementOf(String taskId, Person person);

    /** Ids of the users who are members of some groups, in order. */
    List<String> members(Collection<String> groups);
}
