package org.acmconversation.setting;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/** A setting outside of its range is refused with the range, as people write it in a setting. */
class SettingTest {

    @ParameterizedTest
    @CsvSource({"100ms, 1h", "0s, 5m", "90s, 36h", "1m, 7d", "1s, 3650d"})
    void durationsHaveARange(String min, String max) {
        Duration least = DurationStyle.detectAndParse(min);
        Duration most = DurationStyle.detectAndParse(max);

        assertThatCode(() -> {
                    Setting.require("acm.x", least, least, most);
                    Setting.require("acm.x", most, least, most);
                })
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.require("acm.x", least.minusMillis(1), least, most))
                .withMessageEndingWith(": use a duration from %s to %s", min, max);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.require("acm.x", most.plusMillis(1), least, most))
                .withMessageStartingWith("acm.x is P");
    }

    @Test
    void durationsHaveAMinimum() {
        assertThatCode(() -> Setting.requireAtLeast("acm.x", Duration.ofDays(1), Duration.ofDays(1)))
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.requireAtLeast("acm.x", Duration.ofHours(23), Duration.ofDays(1)))
                .withMessage("acm.x is PT23H: use a duration of at least 1d");
    }

    @ParameterizedTest
    @CsvSource({"0", "17"})
    void numbersHaveARange(int value) {
        assertThatCode(() -> Setting.require("acm.x", 1, 1, 16)).doesNotThrowAnyException();
        assertThatCode(() -> Setting.require("acm.x", 16, 1, 16)).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.require("acm.x", value, 1, 16))
                .withMessage("acm.x is %d: use a number from 1 to 16", value);
    }

    @ParameterizedTest
    @CsvSource({"1B, 64MB, 0B", "4KB, 16MB, 4095B", "4KB, 16MB, 17MB", "1KB, 1000B, 1MB"})
    void sizesHaveARange(String min, String max, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Setting.require("acm.x", DataSize.parse(value), DataSize.parse(min), DataSize.parse(max)))
                .withMessage("acm.x is %s: use a size from %s to %s", DataSize.parse(value), min, max);
    }
}
