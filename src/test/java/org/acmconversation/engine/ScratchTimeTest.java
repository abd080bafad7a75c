package org.acmconversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored timestamps move into the past, including times in variables. */
class ScratchTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-12-03T10:00Z, 2026-11-30T10:00Z",
        "2026-12-03T10:00:00.500+01:00, 2026-11-30T10:00:00.500+01:00",
        "R3/2026-12-03T10:00:00/P1D, R3/2026-11-30T10:00/P1D",
    })
    void movesTimestampsBack(String stored, String aged) {
        assertThat(ScratchTime.aged(stored, Duration.ofDays(3))).contains(aged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Teams", "2026-12-03", "TEAMS/EDGE/T", "R3/mañana/P1D", "2026-12-03T10:00"})
    void leavesOtherTextUnchanged(String stored) {
        assertThat(ScratchTime.aged(stored, Duration.ofDays(3))).isEmpty();
    }
}
