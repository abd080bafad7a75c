package org.acmconversation.engagement.web;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** This node writes as many exports as it may at a time: 503. */
class TooManyExportsException extends ProblemException {

    TooManyExportsException() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "too-many-exports",
                "Others are exporting engagements at the moment. Try again in a while.");
    }
}
