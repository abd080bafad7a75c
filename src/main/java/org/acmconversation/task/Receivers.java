package org.acmconversation.task;

import java.util.Collection;
import java.util.List;
import org.acmconversation.engine.identity.Colleague;

/** Port that determines to whom a task can be assigned. */
public interface Receivers {

    /**
     * Returns the members of the task's candidate groups, by name.
     *
     * @param groups the caller's groups
     * @throws UnknownTaskException if there is no such task, or it is not theirs to hand over
     */
    List<Colleague> of(String taskId, Collection<String> groups);
}
