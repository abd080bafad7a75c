package org.acmconversation.absence;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** There is no such absence, or it is not the caller's: 404. */
class UnknownAbsenceException extends ProblemException {

    UnknownAbsenceException() {
        super(HttpStatus.NOT_FOUND, "absence-not-found", "There is no such absence, or it is not yours.");
    }
}
