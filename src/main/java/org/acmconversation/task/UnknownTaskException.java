package org.acmconversation.task;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** There is no such task, or the caller may not see it: 404. */
public class UnknownTaskException extends ProblemException {

    /** Creates the exception. */
    public UnknownTaskException() {
        super(HttpStatus.NOT_FOUND, "task-not-found", "There is no such task, or you may not see it.");
    }
}
