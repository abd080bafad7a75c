package org.acmconversation.webpage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.acmconversation.calendar.WorkingCalendar;
import org.springframework.context.MessageSource;

/** Formats times for one person, in their language and time zone. */
public class TimeFormats {

    private static final long NEAR_DAYS = 6;
    private static final double HOURS_OF_A_DAY = 24;

    private final MessageSource messages;
    private final Locale locale;
    private final ZoneId zone;
    private final Instant now;

    TimeFormats(MessageSource messages, Locale locale, ZoneId zone, Instant now) {
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
        this.now = now;
    }

    /** The person's time zone. */
    public ZoneId zone() {
        return zone;
    }

    /** Returns the start of yesterday in the person's time zone. */
    public Instant yesterday() {
        return LocalDate.ofInstant(now, zone).minusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Such as "28 nov 2026, 15:30". */
    public String dateTime(Instant moment) {
        return format(moment, "moment.pattern.dateTime");
    }

    /** Such as "28 nov 2026". */
    public String date(Instant moment) {
        return format(moment, "moment.pattern.date");
    }

    /** The same of a day of a calendar. */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofPattern(text("moment.pattern.date"), locale).format(day);
    }

    /** Such as "15:30". */
    public String time(Instant moment) {
        return format(moment, "moment.pattern.time");
    }

    /** Such as "hoy", "ayer" or "jueves 26 nov 2026". */
    public String day(Instant moment) {
        long days = days(moment);
        if (days >= -1 && days <= 1) {
            return text("moment.day." + (days == 0 ? "today" : days < 0 ? "yesterday" : "tomorrow"));
        }
        return format(moment, "moment.pattern.day");
    }

    /** A day of a calendar, such as "jueves, 26 nov 2026". */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(text("moment.pattern.day"), locale).format(day);
    }

    /** Formats a due date with the remaining or elapsed time: "vence mañana, 15:30", "venció hace 3 días". */
    public String due(Instant moment) {
        long days = days(moment);
        if (isPast(moment)) {
            return days == 0 ? text("moment.overdue.today", time(moment)) : text("moment.overdue", -days);
        }
        if (days <= 1) {
            return text(days == 0 ? "moment.due.today" : "moment.due.tomorrow", time(moment));
        }
        return days <= NEAR_DAYS
                ? text("moment.due.near", format(moment, "moment.pattern.weekday"), days)
                : text("moment.due", date(moment));
    }

    /**
     * Like the above, but counts working days unless it is today or tomorrow: "vence el jueves 3 (en 2 días
     * laborables)".
     *
     * @param calendar has the working days, and the time zone to count them in: the close of a working day in Mexico
     *     may already be the next day for the reader
     */
    public String due(Instant moment, WorkingCalendar calendar) {
        return isPast(moment) || days(moment) <= 1
                ? due(moment)
                : text(
                        "moment.due.workingDays",
                        format(
                                moment,
                                days(moment) <= NEAR_DAYS ? "moment.pattern.weekdayAndDay" : "moment.pattern.date",
                                calendar.zone()),
                        calendar.between(now, moment));
    }

    /** Formats a duration in its largest unit: "3 días". */
    public String span(Long seconds) {
        if (seconds == null) {
            return text("moment.span.none");
        }
        Duration span = Duration.ofSeconds(seconds);
        if (span.toDays() > 0) {
            return text("moment.span.days", Math.round(span.toHours() / HOURS_OF_A_DAY));
        }
        return span.toHours() > 0
                ? text("moment.span.hours", span.toHours())
                : text("moment.span.minutes", span.toMinutes());
    }

    /** Whether a day has passed in the person's time zone. */
    public boolean isPast(LocalDate day) {
        return day.isBefore(LocalDate.ofInstant(now, zone));
    }

    /** Whether the time has passed. */
    public boolean isPast(Instant moment) {
        return moment.isBefore(now);
    }

    private long days(Instant moment) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), LocalDate.ofInstant(moment, zone));
    }

    private String format(Instant moment, String pattern) {
        return format(moment, pattern, zone);
    }

    private String format(Instant moment, String pattern, ZoneId where) {
        return DateTimeFormatter.ofPattern(text(pattern), locale)
                .withZone(where)
                .format(moment);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
