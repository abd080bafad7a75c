package org.acmconversation.idempotency;

import java.util.regex.Pattern;
import org.acmconversation.problem.InvalidRequestException;

/**
 * Identifies a client's request, so that repeating the request has no further effect.
 *
 * @param value 1 to 255 visible ASCII characters
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** @throws InvalidRequestException naming the header */
    static IdempotencyKey of(String value) {
        if (!VISIBLE_ASCII.matcher(value).matches()) {
            throw new InvalidRequestException(HEADER, "must have 1 to 255 visible ASCII characters");
        }
        return new IdempotencyKey(value);
    }
}
