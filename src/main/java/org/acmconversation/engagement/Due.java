package org.acmconversation.engagement;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.acmconversation.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** When a task is due, relative to the current time. */
public enum Due {
    /** Was due before now. */
    OVERDUE,
    /** Due within one working day: on a Friday, until the same time on Monday, or Tuesday if Monday is a day off. */
    SOON,
    /** Due later than {@link #SOON}. */
    ON_TIME,
    /** Due today, even if that time has passed. */
    TODAY,
    /** Due this week, from Monday to Sunday. */
    WEEK;

    /**
     * A period of time.
     *
     * @param from start, inclusive; null for no start
     * @param before end, exclusive; null for no end
     */
    public record Span(@Nullable Instant from, @Nullable Instant before) {}

    /**
     * Returns the period that due dates are in.
     *
     * @param calendar defines working days, and the time zone that decides which day is today
     */
    public Span span(Instant now, WorkingCalendar calendar) {
        ZoneId zone = calendar.zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return switch (this) {
            case OVERDUE -> new Span(null, now);
            case SOON -> new Span(now, inAWorkingDay(now, calendar));
            case ON_TIME -> new Span(inAWorkingDay(now, calendar), null);
            case TODAY -> new Span(start(today, zone), start(today.plusDays(1), zone));
            case WEEK -> new Span(start(monday, zone), start(monday.plusWeeks(1), zone));
        };
    }

    /** The same time of the next working day. */
    private static Instant inAWorkingDay(Instant now, WorkingCalendar calendar) {
        ZonedDateTime there = now.atZone(calendar.zone());
        return there.with(calendar.nextWorkingDay(there.toLocalDate())).toInstant();
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
