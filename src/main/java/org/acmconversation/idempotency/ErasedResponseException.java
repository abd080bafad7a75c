package org.acmconversation.idempotency;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The request was handled before, and its response has been erased since: 410. */
class ErasedResponseException extends ProblemException {

    ErasedResponseException() {
        super(
                HttpStatus.GONE,
                "response-erased",
                "The request with this Idempotency-Key was handled before, and its data has been erased since.");
    }
}
