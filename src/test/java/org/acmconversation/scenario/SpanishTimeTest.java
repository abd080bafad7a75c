package org.acmconversation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parses times as analysts write them. */
class SpanishTimeTest {

    @ParameterizedTest
    @CsvSource({
        "3 días, PT72H",
        "3 dias, PT72H",
        "1 día, PT24H",
        "un día, PT24H",
        "una semana, PT168H",
        "12 horas, PT12H",
        "90 minutos, PT1H30M",
        "1 día y 2 horas, PT26H",
        "2 meses, PT1440H",
        "1 año, PT8760H",
        "P3D, PT72H",
    })
    void parsesDurations(String written, Duration duration) {
        assertThat(SpanishTime.duration(written)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tres días", "3", "días", "3 díaz", "-3 días", "PT-3H", "P1Y", "P99999D", "3 días antes"})
    void rejectsInvalidDurations(String written) {
        assertThat(SpanishTime.duration(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en 2 días, PT48H",
        "En 3 horas, PT3H",
        "hace 1 día, PT-24H",
        "hoy, PT0S",
        "mañana, PT24H",
        "ayer, PT-24H",
    })
    void parsesRelativeTimes(String written, Duration distance) {
        assertThat(SpanishTime.fromNow(written)).contains(distance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-01T10:00Z", "2 días", "en Madrid", "hace tiempo"})
    void rejectsInvalidTimes(String written) {
        assertThat(SpanishTime.fromNow(written)).isEmpty();
    }
}
