package org.acmconversation.engagement;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The engagement has ended and can no longer change: 409. */
class EngagementEndedException extends ProblemException {

    EngagementEndedException(Engagement engagement) {
        super(
                HttpStatus.CONFLICT,
                "engagement-ended",
                "The engagement has ended with the outcome %s.".formatted(engagement.outcome()));
    }
}
