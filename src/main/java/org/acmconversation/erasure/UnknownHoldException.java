package org.acmconversation.erasure;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The engagement is not held: 404. */
class UnknownHoldException extends ProblemException {

    UnknownHoldException() {
        super(HttpStatus.NOT_FOUND, "legal-hold-not-found", "The engagement is not on legal hold.");
    }
}
