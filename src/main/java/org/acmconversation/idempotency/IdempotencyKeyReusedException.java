package org.acmconversation.idempotency;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The key was used with a different body before: 422. */
public class IdempotencyKeyReusedException extends ProblemException {

    IdempotencyKeyReusedException() {
        super(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "idempotency-key-reused",
                "This Idempotency-Key was used for another request. Use a new key for a new request.");
    }
}
