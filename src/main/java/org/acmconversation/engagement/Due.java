package org.acmconversation.engagement;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.acmconversation.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** When a task is due, seen from now. */
public enum Due {
    /** Was due before now. */
    OVERDUE,
    /** Due within a working day from now: on a Friday, until that time on Monday, or Tuesday if Monday is a day off. */
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
     * @param calendar says which days people work, and where it is today
     */
    public Span span(Instant now, WorkingCalendar calendar) {
        ZoneId zone = calendar.zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return switch (this) {
            case OVERDUE -> new Span(null, now);
            case SOON ->
                new Span(
                        now,
                        now.atZone(zone).with(calendar.nextWorkingDay(today)).toInstant());
            case TODAY -> new Span(start(today, zone), start(today.plusDays(1), zone));
            case WEEK -> new Span(start(monday, zone), start(monday.plusWeeks(1), zone));
        };
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
