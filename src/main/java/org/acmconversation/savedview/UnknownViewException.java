package org.acmconversation.savedview;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The caller has no view of that name: 404. */
class UnknownViewException extends ProblemException {

    UnknownViewException() {
        super(HttpStatus.NOT_FOUND, "view-not-found", "You have no saved view of that name.");
    }
}
