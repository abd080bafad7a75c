package org.acmconversation.engagement;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** When a task is due, seen from now. */
public enum Due {
    /** Was due before now. */
    OVERDUE,
    /** Due within a working day from now: on a Friday, until that time on Monday. */
    SOON,
    /** Due today, be it over or not. */
    TODAY,
    /** Due this week, from Monday to Sunday. */
    WEEK;

    /**
     * A span of time.
     *
     * @param from first moment; null if it has no beginning
     * @param before the moment after the last
     */
    public record Span(@Nullable Instant from, @Nullable Instant before) {}

    /**
     * The due dates that are meant.
     *
     * @param zone where it is today
     */
    public Span span(Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return switch (this) {
            case OVERDUE -> new Span(null, now);
            case SOON -> new Span(now, workingDayLater(now.atZone(zone)).toInstant());
            case TODAY -> new Span(start(today, zone), start(today.plusDays(1), zone));
            case WEEK -> new Span(start(monday, zone), start(monday.plusWeeks(1), zone));
        };
    }

    private static ZonedDateTime workingDayLater(ZonedDateTime now) {
        ZonedDateTime later = now.plusDays(1);
        return switch (later.getDayOfWeek()) {
            case SATURDAY -> later.plusDays(2);
            case SUNDAY -> later.plusDays(1);
            default -> later;
        };
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
