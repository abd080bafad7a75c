package org.acmconversation.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * Reads the header {@code Retry-After}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, Retry-After</a>
 */
class RetryAfter {

    private static final int MAX_DIGITS = 9;

    private RetryAfter() {}

    /** How long that is from now; zero where it says nothing that makes sense. */
    static Duration read(String value, Instant now) {
        String text = value.strip();
        if (text.matches("\\d{1," + MAX_DIGITS + "}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Instant time = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return time.isAfter(now) ? Duration.between(now, time) : Duration.ZERO;
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }
}
