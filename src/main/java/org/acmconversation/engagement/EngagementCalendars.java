package org.acmconversation.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.acmconversation.calendar.WorkingCalendar;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.engine.deadline.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The working days of engagements, by their country and time zone. */
@Component
public class EngagementCalendars implements WorkingDays {

    private final EngagementRepository repository;
    private final LocationRepository locations;
    private final WorkingCalendars calendars;

    EngagementCalendars(EngagementRepository repository, LocationRepository locations, WorkingCalendars calendars) {
        this.repository = repository;
        this.locations = locations;
        this.calendars = calendars;
    }

    /** The working days of an engagement. */
    public WorkingCalendar of(Engagement engagement) {
        return calendars.of(engagement.country(), engagement.timeZone());
    }

    /**
     * Returns the working days of the engagement that a process instance belongs to, or those of the settings if it
     * belongs to none.
     */
    public WorkingCalendar of(@Nullable String businessKey) {
        Optional<Engagement> engagement = BusinessKey.engagementId(businessKey).flatMap(repository::find);
        return engagement.map(this::of).orElseGet(() -> calendars.of(null, null));
    }

    /** Whether a day is a working day where any of the engagements is. */
    public boolean isWorkingDayOfAny(Collection<UUID> engagementIds, LocalDate day) {
        return locations.of(engagementIds).values().stream()
                .distinct()
                .anyMatch(location ->
                        calendars.of(location.country(), location.timeZone()).isWorkingDay(day));
    }

    @Override
    public Count countFor(@Nullable String businessKey) {
        WorkingCalendar calendar = of(businessKey);
        return new Count() {

            @Override
            public Instant after(Instant moment, int days) {
                return calendar.closeAfter(moment, days);
            }

            @Override
            public Instant onWorkingDay(Instant moment) {
                return calendar.onWorkingDay(moment);
            }
        };
    }
}
