package org.acmconversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The clock that every module reads. */
class ClockTest {

    private final Clock clock = new EngineConfiguration().clock();

    @Test
    void hasMicrosecondPrecisionLikeTheDatabases() {
        assertThat(Stream.generate(clock::instant).limit(100))
                .allSatisfy(instant -> assertThat(instant).isEqualTo(instant.truncatedTo(ChronoUnit.MICROS)));
    }

    @Test
    void isInUtc() {
        assertThat(OffsetDateTime.now(clock).getOffset()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void returnsMilliseconds() {
        assertThat(clock.millis()).isBetween(clock.instant().toEpochMilli() - 60_000, System.currentTimeMillis());
    }
}
