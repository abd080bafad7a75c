package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Working days as models write them. */
class WorkingDayNotationTest {

    @Test
    void comparesNumbersOfDays() {
        WorkingDayNotation two = WorkingDayNotation.of("WD2").orElseThrow();
        WorkingDayNotation ten = WorkingDayNotation.of("WD10").orElseThrow();

        assertThat(two.isShorterThan(ten)).isTrue();
        assertThat(ten.isShorterThan(two)).isFalse();
        assertThat(two.isShorterThan(two)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WD0", "WD", "WD-1", "WD1000", "wd3", "P3D", "WD3 ", "WD03"})
    void rejectsAnythingElse(String text) {
        assertThat(WorkingDayNotation.of(text)).isEmpty();
    }
}
