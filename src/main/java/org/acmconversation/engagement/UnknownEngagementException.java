package org.acmconversation.engagement;

import java.util.UUID;
import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** No engagement has that id: 404. */
public class UnknownEngagementException extends ProblemException {

    /** @param id the id that was asked for */
    public UnknownEngagementException(UUID id) {
        super(HttpStatus.NOT_FOUND, "engagement-not-found", "There is no engagement %s.".formatted(id));
    }
}
