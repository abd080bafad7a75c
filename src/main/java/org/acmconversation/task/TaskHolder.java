package org.acmconversation.task;

import java.util.Collection;

/** Checks who has claimed a task. */
public interface TaskHolder {

    /**
     * Checks that a person has claimed a task.
     *
     * @param groups the person's groups
     * @throws UnknownTaskException if there is no such task, or the person may not see it
     * @throws TaskNotClaimedException if the person has not claimed it
     */
    void requireClaimed(String taskId, String user, Collection<String> groups);
}
