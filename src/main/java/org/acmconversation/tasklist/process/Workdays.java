package org.acmconversation.tasklist.process;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.EngagementCalendars;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engine.CurrentCommand;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Computes times in working days for the models, as bean {@code workdays}. */
@Component
public class Workdays {

    private final ObjectProvider<EngagementCalendars> calendars;
    private final ObjectProvider<Engagements> engagements;
    private final Clock clock;

    /**
     * Created by Spring.
     *
     * @param calendars created after the engine, which evaluates the expressions
     * @param engagements created after the engine as well
     */
    public Workdays(
            ObjectProvider<EngagementCalendars> calendars, ObjectProvider<Engagements> engagements, Clock clock) {
        this.calendars = calendars;
        this.engagements = engagements;
        this.clock = clock;
    }

    /**
     * Returns the same time of day some working days earlier, by the calendar of the current engagement.
     *
     * @param dateTime ISO 8601 date and time with offset
     * @return ISO 8601 date and time with offset
     */
    public String before(String dateTime, int days) {
        return calendars
                .getObject()
                .of(CurrentCommand.businessKey().orElse(null))
                .before(OffsetDateTime.parse(dateTime).toZonedDateTime(), days)
                .toOffsetDateTime()
                .toString();
    }

    /**
     * Returns the close of a working day relative to the engagement's start, even if the process reaches the step
     * repeatedly; without an engagement, relative to now.
     *
     * @param businessKey of the process instance
     * @return ISO 8601 date and time with offset
     */
    public String sinceStart(String businessKey, int days) {
        Instant start = BusinessKey.engagementId(businessKey)
                .flatMap(id -> engagements.getObject().find(id))
                .map(Engagement::startedAt)
                .orElseGet(clock::instant);
        return calendars.getObject().of(businessKey).closeAfter(start, days).toString();
    }
}
