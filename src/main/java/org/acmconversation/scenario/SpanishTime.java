package org.acmconversation.scenario;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses durations such as {@code 3 días} or {@code 1 día y 2 horas}, and relative times such as {@code en 2 días}. */
public class SpanishTime {

    private static final Pattern PART =
            Pattern.compile("(\\d{1,4}|un|una) (minuto|hora|dia|semana|mes|ano)(?:e?s)?(?:,| y)? ?");

    private static final Duration MAX = Duration.ofDays(3660);

    private SpanishTime() {}

    /** Returns the duration, which may also be written as {@code P3D}; empty if the text is not a duration. */
    static Optional<Duration> duration(String text) {
        return (text.startsWith("P") ? iso(text) : spanish(ClosestWord.plain(text)))
                .filter(time -> !time.isNegative() && time.compareTo(MAX) <= 0);
    }

    /** Returns the duration of a relative time; empty if the text is not relative to now. */
    public static Optional<Duration> fromNow(String text) {
        String plain = ClosestWord.plain(text);
        if (plain.startsWith("en ")) {
            return spanish(plain.substring(3));
        }
        if (plain.startsWith("hace ")) {
            return spanish(plain.substring(5)).map(Duration::negated);
        }
        return switch (plain) {
            case "ahora", "hoy" -> Optional.of(Duration.ZERO);
            case "manana" -> Optional.of(Duration.ofDays(1));
            case "ayer" -> Optional.of(Duration.ofDays(-1));
            default -> Optional.empty();
        };
    }

    private static Optional<Duration> iso(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> spanish(String plain) {
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(plain);
        int end = 0;
        while (part.find() && part.start() == end) {
            int count = part.group(1).startsWith("u") ? 1 : Integer.parseInt(part.group(1));
            sum = sum.plus(unit(part.group(2)).multipliedBy(count));
            end = part.end();
        }
        return end > 0 && end == plain.length() ? Optional.of(sum) : Optional.empty();
    }

    private static Duration unit(String name) {
        return switch (name) {
            case "minuto" -> Duration.ofMinutes(1);
            case "hora" -> Duration.ofHours(1);
            case "dia" -> Duration.ofDays(1);
            case "semana" -> Duration.ofDays(7);
            case "mes" -> Duration.ofDays(30);
            default -> Duration.ofDays(365);
        };
    }
}
