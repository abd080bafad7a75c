package org.acmconversation.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Delays grow, have jitter, and respect the receiver's request up to the limit. */
class BackoffTest {

    private final Backoff longest = new Backoff(Duration.ofSeconds(10), Duration.ofHours(6), () -> 1);
    private final Backoff shortest = new Backoff(Duration.ofSeconds(10), Duration.ofHours(6), () -> 0);

    @ParameterizedTest
    @CsvSource({"1, 10s", "2, 30s", "3, 90s", "7, 7290s", "8, 6h", "100, 6h"})
    void triplesTheDelayUpToTheLimit(int attempts, String wait) {
        assertThat(longest.after(attempts, Duration.ZERO)).isEqualTo(Duration.parse("PT" + wait));
    }

    @Test
    void subtractsUpToAQuarterAsJitter() {
        assertThat(shortest.after(1, Duration.ZERO)).isEqualTo(Duration.ofMillis(7500));
        assertThat(shortest.after(100, Duration.ZERO)).isEqualTo(Duration.ofMinutes(270));
    }

    @Test
    void honorsRetryAfterUpToTheLimit() {
        assertThat(longest.after(1, Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
        assertThat(longest.after(1, Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(10));
        assertThat(longest.after(1, Duration.ofDays(365))).isEqualTo(Duration.ofHours(6));
    }
}
