package org.acmconversation.engine.task;

import java.util.Collection;
import java.util.Optional;

/** Port that finds the person for an {@link Assignment}. */
public interface Assignees {

    /**
     * Returns a member of the groups who is not absent.
     *
     * @param assignment not {@link Assignment#QUEUE}
     * @param businessKey of the task's process instance
     * @param groups candidate groups of the task
     */
    Optional<String> find(Assignment assignment, String businessKey, Collection<String> groups);
}
