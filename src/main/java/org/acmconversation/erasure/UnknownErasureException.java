package org.acmconversation.erasure;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Nobody has requested that erasure: 404. */
class UnknownErasureException extends ProblemException {

    UnknownErasureException() {
        super(HttpStatus.NOT_FOUND, "erasure-not-found", "Nobody has requested the erasure of this engagement.");
    }
}
