package org.acmconversation.task;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Nobody has begun to fill the form in: 404. */
class UnknownDraftException extends ProblemException {

    UnknownDraftException() {
        super(HttpStatus.NOT_FOUND, "draft-not-found", "This task has no draft.");
    }
}
