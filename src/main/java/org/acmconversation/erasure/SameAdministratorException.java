package org.acmconversation.erasure;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The administrator who requested an erasure cannot confirm it: 409. */
class SameAdministratorException extends ProblemException {

    SameAdministratorException() {
        super(
                HttpStatus.CONFLICT,
                "erasure-not-confirmed",
                "Another administrator has to confirm the erasure with the same request.");
    }
}
