package org.acmconversation.release;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** There is no release, or no file in it, under this address: 404. */
class UnknownReleaseException extends ProblemException {

    UnknownReleaseException(String what) {
        super(HttpStatus.NOT_FOUND, "not-found", what);
    }
}
