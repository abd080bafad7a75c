package org.acmconversation.engagement;

import java.util.UUID;
import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** There is no engagement with this id: 404. */
class UnknownEngagementException extends ProblemException {

    /** @param id the requested id */
    public UnknownEngagementException(UUID id) {
        super(HttpStatus.NOT_FOUND, "engagement-not-found", "There is no engagement %s.".formatted(id));
    }
}
