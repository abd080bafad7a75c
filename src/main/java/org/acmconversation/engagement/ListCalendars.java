package org.acmconversation.engagement;

import java.util.HashMap;
import java.util.Map;
import org.acmconversation.calendar.WorkingCalendar;

/** The working days of the engagements in one list, most of which share a country. */
public class ListCalendars {

    private final EngagementCalendars calendars;
    private final Map<String, WorkingCalendar> known = new HashMap<>();

    public ListCalendars(EngagementCalendars calendars) {
        this.calendars = calendars;
    }

    /** The working days of an engagement. */
    public WorkingCalendar of(Engagement engagement) {
        String place = engagement.country() + " " + engagement.timeZone();
        return known.computeIfAbsent(place, unknown -> calendars.of(engagement));
    }
}
