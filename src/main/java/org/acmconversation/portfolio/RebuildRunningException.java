package org.acmconversation.portfolio;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** A node is rebuilding the figures already: 409. */
class RebuildRunningException extends ProblemException {

    RebuildRunningException() {
        super(
                HttpStatus.CONFLICT,
                "rebuild-running",
                "The figures are being rebuilt already. Wait until that is done.");
    }
}
