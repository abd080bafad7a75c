package org.acmconversation.notification;

import java.time.ZoneId;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.person.People;
import org.acmconversation.person.Preferences;
import org.springframework.stereotype.Component;

/** Where people's days begin and end: as they have chosen, or as for engagements. */
@Component
class PersonalZones {

    private final People people;
    private final WorkingCalendars calendars;

    PersonalZones(People people, WorkingCalendars calendars) {
        this.people = people;
        this.calendars = calendars;
    }

    ZoneId of(String person) {
        return people.chosen(person).map(Preferences::timeZone).orElseGet(() -> ZoneId.of(calendars.defaultTimeZone()));
    }
}
