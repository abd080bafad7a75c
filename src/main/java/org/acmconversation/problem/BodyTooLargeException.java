package org.acmconversation.problem;

import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** A request body over the limit: 413. */
public class BodyTooLargeException extends ProblemException {

    /** @param limit the largest body that is read */
    public BodyTooLargeException(DataSize limit) {
        super(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "body-too-large",
                "The body is larger than the %d bytes that are read.".formatted(limit.toBytes()));
    }
}
