package org.acmconversation.webhook;

import java.util.UUID;
import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** No dead letter has that id: 404. */
public class UnknownDeadLetterException extends ProblemException {

    /** @param id the id that was asked for */
    public UnknownDeadLetterException(UUID id) {
        super(HttpStatus.NOT_FOUND, "dead-letter-not-found", "There is no dead letter %s.".formatted(id));
    }
}
