package org.acmconversation.view;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The caller has as many views as one person may have: 409. */
public class TooManyViewsException extends ProblemException {

    /** @param most how many views a person may have */
    TooManyViewsException(int most) {
        super(HttpStatus.CONFLICT, "too-many-views", "You have %d saved views; delete one first.".formatted(most));
    }
}
