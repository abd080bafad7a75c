package org.acmconversation.task;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Only whoever has claimed a task works on its form: 409. */
public class TaskNotClaimedException extends ProblemException {

    /** For whoever has not. */
    public TaskNotClaimedException() {
        super(
                HttpStatus.CONFLICT,
                "task-not-claimed",
                "You have not claimed this task. Claim it, or have it assigned.");
    }
}
