package org.acmconversation.portfolio;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** A node is already rebuilding the figures: 409. */
class RebuildRunningException extends ProblemException {

    RebuildRunningException() {
        super(
                HttpStatus.CONFLICT,
                "rebuild-running",
                "The figures are already being rebuilt. Wait until the rebuild has finished.");
    }
}
