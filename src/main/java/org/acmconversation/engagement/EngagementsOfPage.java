package org.acmconversation.engagement;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.acmconversation.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** The engagements of the tasks on one page, each of which is read once. */
public class EngagementsOfPage {

    private final Engagements engagements;
    private final EngagementCalendars calendars;
    private final ListCalendars known;
    private final Map<UUID, Optional<Engagement>> read = new HashMap<>();

    /** For one page. */
    public EngagementsOfPage(Engagements engagements, EngagementCalendars calendars) {
        this.engagements = engagements;
        this.calendars = calendars;
        this.known = new ListCalendars(calendars);
    }

    /** An engagement; null for a task that belongs to none. */
    public @Nullable Engagement of(@Nullable UUID id) {
        return id == null ? null : read.computeIfAbsent(id, engagements::find).orElse(null);
    }

    /** The working days of an engagement, or those of the settings for a task that belongs to none. */
    public WorkingCalendar calendar(@Nullable UUID id) {
        Engagement engagement = of(id);
        return engagement == null ? calendars.of((String) null) : known.of(engagement);
    }
}
