package org.acmconversation.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;

/** The working days of one country and time zone: Monday to Friday, except days off. */
public class WorkingCalendar {

    private final ZoneId zone;
    private final LocalTime close;
    private final Predicate<LocalDate> isDayOff;

    /**
     * @param close when a working day ends
     * @param isDayOff whether a date is a holiday, whatever the day of the week
     */
    WorkingCalendar(ZoneId zone, LocalTime close, Predicate<LocalDate> isDayOff) {
        this.zone = zone;
        this.close = close;
        this.isDayOff = isDayOff;
    }

    /** Returns the time zone in which its days begin and end. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether a day is a working day. */
    public boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day) && !isDayOff.test(day);
    }

    /** Whether nobody works that day in any country. */
    public static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Returns the close of the working day a number of working days after a moment's day. */
    public Instant closeAfter(Instant moment, int workingDays) {
        LocalDate day = LocalDate.ofInstant(moment, zone);
        for (int left = workingDays; left > 0; left--) {
            day = next(day, 1);
        }
        return day.atTime(close).atZone(zone).toInstant();
    }

    /** Returns the same time of day, a number of working days before a moment. */
    public ZonedDateTime before(ZonedDateTime moment, int workingDays) {
        ZonedDateTime here = moment.withZoneSameInstant(zone);
        LocalDate day = here.toLocalDate();
        for (int left = workingDays; left > 0; left--) {
            day = next(day, -1);
        }
        return here.with(day);
    }

    /** Returns the moment, or the same time of the last working day before if its day is a day off. */
    public Instant onWorkingDay(Instant moment) {
        ZonedDateTime here = moment.atZone(zone);
        return isWorkingDay(here.toLocalDate()) ? moment : before(here, 1).toInstant();
    }

    /** Returns the first working day after a day. */
    public LocalDate nextWorkingDay(LocalDate day) {
        return next(day, 1);
    }

    private LocalDate next(LocalDate day, int direction) {
        LocalDate next = day.plusDays(direction);
        while (!isWorkingDay(next)) {
            next = next.plusDays(direction);
        }
        return next;
    }

    /** Counts the working days after the day of one moment, up to and including the day of a later one. */
    public int between(Instant from, Instant to) {
        LocalDate last = LocalDate.ofInstant(to, zone);
        int workingDays = 0;
        for (LocalDate day = LocalDate.ofInstant(from, zone).plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                workingDays++;
            }
        }
        return workingDays;
    }
}
