package org.acmconversation.savedview;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The caller has reached the maximum number of views: 409. */
class TooManyViewsException extends ProblemException {

    /** @param most maximum number of views per person */
    TooManyViewsException(int most) {
        super(HttpStatus.CONFLICT, "too-many-views", "You have %d saved views; delete one first.".formatted(most));
    }
}
