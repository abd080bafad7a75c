package org.acmconversation.setting;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Checks a setting. All methods throw an {@link IllegalArgumentException} with a sentence that names the setting and
 * says what to write, such as "acm.clock.tolerance is PT1H: use a duration from 1s to 1m".
 */
public final class Setting {

    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = KILOBYTE * KILOBYTE;

    private Setting() {}

    /** Requires that a condition is met; the sentence says what to write, such as "use a secret". */
    public static void require(boolean isMet, String name, String whatToWrite) {
        if (!isMet) {
            throw new IllegalArgumentException("%s is missing or invalid: %s".formatted(name, whatToWrite));
        }
    }

    /** Whether a text is present and not blank. */
    public static boolean isWritten(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    /** Requires a duration between two others, inclusive. */
    public static void require(String name, Duration value, Duration min, Duration max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw outside(name, value, "a duration from %s to %s".formatted(text(min), text(max)));
        }
    }

    /** Requires a duration that is not shorter than another one. */
    public static void requireAtLeast(String name, Duration value, Duration min) {
        if (value.compareTo(min) < 0) {
            throw outside(name, value, "a duration of at least " + text(min));
        }
    }

    /** Requires a number between two others, inclusive. */
    public static void require(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw outside(name, value, "a number from %d to %d".formatted(min, max));
        }
    }

    /** Requires a size between two others, inclusive. */
    public static void require(String name, DataSize value, DataSize min, DataSize max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw outside(name, value, "a size from %s to %s".formatted(text(min), text(max)));
        }
    }

    private static IllegalArgumentException outside(String name, Object value, String whatToWrite) {
        return new IllegalArgumentException("%s is %s: use %s".formatted(name, value, whatToWrite));
    }

    /** Returns a duration as people write it in a setting, in the largest unit that fits. */
    private static String text(Duration duration) {
        if (duration.toMillisPart() != 0) {
            return duration.toMillis() + "ms";
        }
        if (duration.toSecondsPart() != 0 || duration.isZero()) {
            return duration.toSeconds() + "s";
        }
        if (duration.toMinutesPart() != 0) {
            return duration.toMinutes() + "m";
        }
        return duration.toHoursPart() == 0 ? duration.toDays() + "d" : duration.toHours() + "h";
    }

    private static String text(DataSize size) {
        if (size.toBytes() % KILOBYTE != 0) {
            return size.toBytes() + "B";
        }
        return size.toBytes() % MEGABYTE == 0 ? size.toMegabytes() + "MB" : size.toKilobytes() + "KB";
    }
}
