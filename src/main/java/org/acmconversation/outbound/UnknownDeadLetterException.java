package org.acmconversation.outbound;

import java.util.UUID;
import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** There is no dead letter with this id: 404. */
public class UnknownDeadLetterException extends ProblemException {

    /** @param id the requested id */
    public UnknownDeadLetterException(UUID id) {
        super(HttpStatus.NOT_FOUND, "dead-letter-not-found", "There is no dead letter %s.".formatted(id));
    }
}
