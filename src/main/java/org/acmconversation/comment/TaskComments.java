package org.acmconversation.comment;

import java.util.UUID;

/** The tasks' comments in the engine, where Tasklist shows them, too. */
public interface TaskComments {

    /**
     * Adds a comment to a task.
     *
     * @return its id
     */
    UUID add(String taskId, String text);
}
