package org.acmconversation.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parses seconds and HTTP dates. */
class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "120, PT2M",
        "' 120 ', PT2M",
        "'Mon, 2 Mar 2026 10:00:30 GMT', PT30S",
        "'Mon, 02 Mar 2026 10:00:30 GMT', PT30S",
        "'Mon, 2 Mar 2026 09:00:00 GMT', PT0S",
        "'Monday, 02-Mar-26 10:00:30 GMT', PT30S",
        "'Sunday, 06-Nov-94 08:49:37 GMT', PT0S",
        "'Mon Mar  2 10:00:30 2026', PT30S",
        "'Tue Mar 10 10:00:00 2026', PT192H",
    })
    void parsesSecondsAndDates(String header, Duration wait) {
        assertThat(RetryAfter.read(header, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "-1",
                "1.5",
                "99999999999999999999",
                "2026-03-02T10:00:30Z",
                "Tue, 2 Mar 2026 10:00:30 GMT",
                "Mon, 2 Mar 2026 10:00:30 CET"
            })
    void ignoresInvalidHeaders(String header) {
        assertThat(RetryAfter.read(header, NOW)).isEmpty();
    }
}
