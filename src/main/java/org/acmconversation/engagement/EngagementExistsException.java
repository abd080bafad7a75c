package org.acmconversation.engagement;

import java.util.Map;
import java.util.UUID;
import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The external id already exists: 409, with the id of its engagement. */
public class EngagementExistsException extends ProblemException {

    private final UUID id;

    EngagementExistsException(UUID id) {
        super(HttpStatus.CONFLICT, "engagement-exists", "An engagement with this externalId already exists.");
        this.id = id;
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of("id", id);
    }
}
