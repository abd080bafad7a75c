package org.acmconversation.task;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The draft was changed concurrently, in another window or on another device: 412. */
class DraftChangedException extends ProblemException {

    DraftChangedException() {
        super(
                HttpStatus.PRECONDITION_FAILED,
                "draft-changed",
                "The draft was changed in another window or on another device. Read it again.");
    }
}
