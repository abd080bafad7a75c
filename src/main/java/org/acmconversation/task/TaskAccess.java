package org.acmconversation.task;

import java.util.Collection;
import java.util.UUID;

/** Checks who has claimed a task, and who may see it. */
public interface TaskAccess {

    /**
     * Checks that a person has claimed a task.
     *
     * @param groups the person's groups
     * @throws UnknownTaskException if there is no such task, or the person may not see it
     * @throws TaskNotClaimedException if the person has not claimed it
     */
    void requireClaimed(String taskId, String user, Collection<String> groups);

    /**
     * Checks that a person may see a task: because of its candidate groups or its assignee, as a lead or an
     * administrator.
     *
     * @param groups the person's groups
     * @return the task's engagement
     * @throws UnknownTaskException if there is no such task of an engagement, or the person may not see it
     */
    UUID requireVisible(String taskId, String user, Collection<String> groups);
}
