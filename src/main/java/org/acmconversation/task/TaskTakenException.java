package org.acmconversation.task;

import java.util.Objects;
import org.acmconversation.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A colleague has the task: 409. */
public class TaskTakenException extends ProblemException {

    public TaskTakenException() {
        super(HttpStatus.CONFLICT, "task-taken", "A colleague has claimed this task.");
    }

    /**
     * Keeps callers from taking a task away from somebody whom they did not see as its assignee.
     *
     * @param seen assignee that the caller saw; null if there was none
     * @param current assignee now
     */
    public static void throwIfTaken(@Nullable String seen, @Nullable String current) {
        if (current != null && !Objects.equals(current, seen)) {
            throw new TaskTakenException();
        }
    }
}
