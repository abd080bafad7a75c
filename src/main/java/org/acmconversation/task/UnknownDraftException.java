package org.acmconversation.task;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The task has no draft: 404. */
class UnknownDraftException extends ProblemException {

    UnknownDraftException() {
        super(HttpStatus.NOT_FOUND, "draft-not-found", "This task has no draft.");
    }
}
