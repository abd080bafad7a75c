package org.acmconversation.erasure;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The erasure was confirmed, so it cannot be canceled and its engagement cannot be held: 409. */
class ErasureConfirmedException extends ProblemException {

    ErasureConfirmedException() {
        super(HttpStatus.CONFLICT, "erasure-confirmed", "The erasure has been confirmed and can no longer be stopped.");
    }
}
