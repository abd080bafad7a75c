package org.acmconversation.ftop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "'Mon, 2 Mar 2026 10:00:30 GMT', PT30S",
        "999999999, PT1H",
        "'Tue, 2 Mar 2027 10:00:00 GMT', PT1H",
    })
    void retryAfterIsAtMostAnHour(String header, Duration wait) {
        assertThat(Failures.retryAfter(header, NOW)).isEqualTo(wait);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon"})
    void ignoresInvalidRetryAfter(String header) {
        assertThat(Failures.retryAfter(header, NOW)).isNull();
    }
}
