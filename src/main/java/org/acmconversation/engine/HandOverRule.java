package org.acmconversation.engine;

import java.util.Collection;

/** Says who may hand over tasks that are not their own. */
public interface HandOverRule {

    /**
     * Whether someone may give a task to a colleague, take it from whoever has it, and set its dates.
     *
     * @param groups of whoever asks for it
     * @param candidateGroups of the task
     */
    boolean allows(Collection<String> groups, Collection<String> candidateGroups);
}
