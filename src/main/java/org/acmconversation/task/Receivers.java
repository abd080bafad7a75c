package org.acmconversation.task;

import java.util.Collection;
import java.util.List;
import org.acmconversation.engine.Colleague;

/** Says whom a task can be given to. */
public interface Receivers {

    /**
     * The members of the task's candidate groups, by name.
     *
     * @param groups of whoever asks
     * @throws UnknownTaskException if there is no such task, or it is not theirs to hand over
     */
    List<Colleague> of(String taskId, Collection<String> groups);
}
