package org.acmconversation.engagement;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.acmconversation.database.Transactions;
import org.acmconversation.problem.InvalidRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** When conversations with customers take place. */
@Service
public class ConversationSchedule {

    private static final Logger log = LoggerFactory.getLogger(ConversationSchedule.class);

    /** Latest time that a form's date and time field accepts, exclusive. */
    private static final Instant MAX_TIME = Instant.parse("2200-01-01T00:00:00Z");

    private final Engagements engagements;
    private final EngagementCalendars calendars;
    private final ConversationProcess process;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConversationSchedule(
            Engagements engagements,
            EngagementCalendars calendars,
            ConversationProcess process,
            Transactions transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.engagements = engagements;
        this.calendars = calendars;
        this.process = process;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns when an engagement's conversation takes place.
     *
     * @throws UnknownEngagementException if there is no engagement with that id
     * @throws EngagementEndedException if it has ended
     * @throws ConversationNotScheduledException if it is not scheduled yet
     * @throws ConversationAlreadyHeldException if it has taken place
     */
    public Instant of(UUID id) {
        Engagement engagement = engagements.get(id);
        if (!engagement.isRunning()) {
            throw new EngagementEndedException(engagement);
        }
        return process.conversationAt(engagement);
    }

    /**
     * Reschedules an engagement's conversation, including the due dates and reminders that depend on it. Does nothing
     * if the time is the same.
     *
     * @throws InvalidRequestException if the time is past
     * @throws UnknownEngagementException if there is no engagement with that id
     * @throws EngagementEndedException if it has ended
     * @throws ConversationNotScheduledException if the conversation is not scheduled yet
     * @throws ConversationAlreadyHeldException if it has taken place
     * @throws ReschedulingNotSupportedException if the engagement's model cannot reschedule it
     */
    public void reschedule(UUID id, Instant time) {
        Instant at = time.truncatedTo(ChronoUnit.SECONDS);
        transactions.run(() -> {
            Engagement engagement = engagements.lockRunning(id);
            if (!at.isAfter(clock.instant()) || !at.isBefore(MAX_TIME)) {
                throw new InvalidRequestException("at", "must be in the future, and before the year 2200");
            }
            Instant previous = process.conversationAt(engagement);
            if (!at.equals(previous)) {
                events.publishEvent(new EngagementEvent.ConversationRescheduled(id, at, previous));
                process.conversationRescheduled(
                        engagement, at.atZone(calendars.of(engagement).zone()).toOffsetDateTime());
                log.info("The conversation of engagement {} is rescheduled", id);
            }
            return at;
        });
    }
}
