package org.acmconversation.task;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The caller has not claimed the task, whose form only its assignee may edit: 409. */
public class TaskNotClaimedException extends ProblemException {

    /** Creates the exception. */
    public TaskNotClaimedException() {
        super(
                HttpStatus.CONFLICT,
                "task-not-claimed",
                "You have not claimed this task. Claim it, or have it assigned.");
    }
}
