package org.acmconversation.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/** Calendars for tests of other modules. */
public final class Calendars {

    private Calendars() {}

    /** Monday to Friday until 18:00, except the given days. */
    public static WorkingCalendar of(ZoneId zone, LocalDate... daysOff) {
        return new WorkingCalendar(zone, LocalTime.of(18, 0), Set.of(daysOff)::contains);
    }
}
