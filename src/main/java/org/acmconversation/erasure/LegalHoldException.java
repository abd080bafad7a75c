package org.acmconversation.erasure;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The engagement must not be erased: 409. */
class LegalHoldException extends ProblemException {

    LegalHoldException() {
        super(
                HttpStatus.CONFLICT,
                "legal-hold",
                "The engagement is on legal hold. End the hold before you erase its data.");
    }
}
