package org.acmconversation.retention;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** A node is deleting what has expired, or did so within the last minute: 409. */
class RetentionRunningException extends ProblemException {

    RetentionRunningException() {
        super(
                HttpStatus.CONFLICT,
                "retention-running",
                "A cleanup is running or has just ended. See lastRun of GET /api/retention.");
    }
}
