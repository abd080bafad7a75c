package org.acmconversation.engine;

import java.util.Collection;
import java.util.Optional;

/** Finds the person whom an {@link Assignment} means. */
public interface Assignees {

    /**
     * A member of the groups who is not absent.
     *
     * @param assignment not {@link Assignment#QUEUE}
     * @param businessKey of the task's process instance
     * @param groups candidate groups of the task
     */
    Optional<String> find(Assignment assignment, String businessKey, Collection<String> groups);
}
