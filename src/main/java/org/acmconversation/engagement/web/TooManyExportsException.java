package org.acmconversation.engagement.web;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** This node is already writing the maximum number of exports: 503. */
class TooManyExportsException extends ProblemException {

    TooManyExportsException() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too-many-exports",
                "Too many exports are running. Try again in a while.");
    }
}
