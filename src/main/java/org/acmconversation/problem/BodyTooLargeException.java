package org.acmconversation.problem;

import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** A request body over the limit: 413. */
public class BodyTooLargeException extends ProblemException {

    /** @param limit maximum size of a body */
    public BodyTooLargeException(DataSize limit) {
        super(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "body-too-large",
                "The body exceeds the limit of %d bytes.".formatted(limit.toBytes()));
    }
}
