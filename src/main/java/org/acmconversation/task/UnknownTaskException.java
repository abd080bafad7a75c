package org.acmconversation.task;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** No task has that id, or none that the caller may see: 404. */
public class UnknownTaskException extends ProblemException {

    /** For whoever asks. */
    public UnknownTaskException() {
        super(HttpStatus.NOT_FOUND, "task-not-found", "There is no such task, or it is not yours to see.");
    }
}
