package org.acmconversation.engine.task;

import java.util.Collection;

/** Port to the rule for handing over other people's tasks. */
public interface HandOverRule {

    /**
     * Whether a person may assign a task to a colleague, take it from its assignee, and set its dates.
     *
     * @param groups the person's groups
     * @param candidateGroups the task's candidate groups
     */
    boolean allows(Collection<String> groups, Collection<String> candidateGroups);
}
