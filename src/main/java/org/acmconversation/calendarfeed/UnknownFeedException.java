package org.acmconversation.calendarfeed;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** There is no such feed, or it was revoked: 404. */
class UnknownFeedException extends ProblemException {

    UnknownFeedException() {
        super(HttpStatus.NOT_FOUND, "calendar-not-found", "There is no such calendar, or it was revoked.");
    }
}
