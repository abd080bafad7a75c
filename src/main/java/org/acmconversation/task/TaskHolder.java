package org.acmconversation.task;

import java.util.Collection;

/** Who has a task. */
public interface TaskHolder {

    /**
     * Checks that somebody has claimed a task.
     *
     * @param groups those that the person belongs to
     * @throws UnknownTaskException if there is no such task, or none that is theirs to see
     * @throws TaskNotClaimedException if they have not claimed it
     */
    void requireClaimed(String taskId, String user, Collection<String> groups);
}
