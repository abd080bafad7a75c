package org.acmconversation.task;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** A colleague has the task: 409. */
public class TaskTakenException extends ProblemException {

    public TaskTakenException() {
        super(HttpStatus.CONFLICT, "task-taken", "A colleague has claimed this task.");
    }
}
