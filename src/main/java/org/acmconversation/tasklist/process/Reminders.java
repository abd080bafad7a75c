package org.acmconversation.tasklist.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.Engagements;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Computes times for the models, as bean {@code reminders}. */
@Component
public class Reminders {

    private final ObjectProvider<Engagements> engagements;
    private final Clock clock;

    /**
     * Created by Spring.
     *
     * @param engagements created after the engine, which evaluates the expressions
     */
    public Reminders(ObjectProvider<Engagements> engagements, Clock clock) {
        this.engagements = engagements;
        this.clock = clock;
    }

    /**
     * Returns the time one day earlier.
     *
     * @param dateTime ISO 8601 date and time with offset
     * @return ISO 8601 date and time with offset
     */
    public String dayBefore(String dateTime) {
        return OffsetDateTime.parse(dateTime).minus(Duration.ofDays(1)).toString();
    }

    /**
     * Returns a time relative to the engagement's start, even if the process reaches the step repeatedly; without an
     * engagement, relative to now.
     *
     * @param businessKey of the process instance
     * @param duration ISO 8601 duration in days or less, such as {@code P5D}
     * @return ISO 8601 date and time with offset
     */
    public String sinceStart(String businessKey, String duration) {
        Instant start = BusinessKey.engagementId(businessKey)
                .flatMap(id -> engagements.getObject().find(id))
                .map(Engagement::startedAt)
                .orElseGet(clock::instant);
        return start.plus(Duration.parse(duration)).toString();
    }
}
