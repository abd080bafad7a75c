package org.acmconversation.calendar;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The company has no such day off: 404. */
class UnknownHolidayException extends ProblemException {

    UnknownHolidayException() {
        super(HttpStatus.NOT_FOUND, "holiday-not-found", "The company has no such day off.");
    }
}
