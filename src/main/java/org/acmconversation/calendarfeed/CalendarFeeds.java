package org.acmconversation.calendarfeed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acmconversation.absence.Absences;
import org.acmconversation.database.Transactions;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.icalendar.CalendarEntry;
import org.acmconversation.icalendar.ICalendar;
import org.acmconversation.model.ConversationModel;
import org.acmconversation.operations.SecretToken;
import org.acmconversation.operations.Sha256;
import org.acmconversation.problem.PlainLine;
import org.acmconversation.task.PersonalTasks;
import org.acmconversation.task.PersonalTasks.PersonalTask;
import org.acmconversation.timeline.CompletedTasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Calendars of people's calls and due dates, each at an address that only its owner knows. Calendar programs cannot log
 * in, so the address is the password: the database stores only its digest, and the owner can revoke it. Entries contain
 * the engagement's external id instead of the customer's name, because calendars leave the company.
 */
@Component
public class CalendarFeeds {

    private static final int MAX_EVENTS = 1_000;
    private static final Duration REMINDER = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final PersonalTasks tasks;
    private final CompletedTasks completedTasks;
    private final Engagements engagements;
    private final Absences absences;
    private final Clock clock;

    CalendarFeeds(
            JdbcClient jdbc,
            Transactions transactions,
            PersonalTasks tasks,
            CompletedTasks completedTasks,
            Engagements engagements,
            Absences absences,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.tasks = tasks;
        this.completedTasks = completedTasks;
        this.engagements = engagements;
        this.absences = absences;
        this.clock = clock;
    }

    /** Returns when a person's feed was created; empty if there is none. */
    public Optional<Instant> createdAt(String person) {
        return jdbc.sql("select created_at from calendar_feed where person = :person")
                .param("person", person)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /**
     * Creates a person's feed and replaces the previous one.
     *
     * @return its secret, which cannot be read again
     */
    public String create(String person) {
        String token = SecretToken.generate();
        transactions.run(() -> {
            revoke(person);
            return jdbc.sql(
                            "insert into calendar_feed (person, secret_digest, created_at) values (:person, :digest, :now)")
                    .param("person", person)
                    .param("digest", Sha256.of(token))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        });
        return token;
    }

    /** Revokes a person's feed, if there is one. */
    public void revoke(String person) {
        jdbc.sql("delete from calendar_feed where person = :person")
                .param("person", person)
                .update();
    }

    /**
     * Returns the calendar for a secret.
     *
     * @param service base URL for links
     * @throws UnknownFeedException if there is none, or its owner has left
     */
    public String read(String token, String service) {
        String person = jdbc.sql("select person from calendar_feed where secret_digest = :digest")
                .param("digest", Sha256.of(token))
                .query(String.class)
                .optional()
                .filter(owner -> absences.colleagues().stream()
                        .anyMatch(colleague -> colleague.id().equals(owner)))
                .orElseThrow(UnknownFeedException::new);
        List<PersonalTask> theirs = new ArrayList<>(tasks.of(person, MAX_EVENTS));
        theirs.addAll(unclaimedCalls(person));
        List<CalendarEntry> entries = new ArrayList<>();
        for (PersonalTask task : theirs) {
            if (task.dueAt() != null) {
                entries.add(entry(task, task.dueAt(), service));
            }
        }
        return ICalendar.of("ACM", entries, clock.instant());
    }

    /** Returns the calls that the person has scheduled and that nobody has claimed yet. */
    private List<PersonalTask> unclaimedCalls(String person) {
        return tasks.unclaimed(
                ConversationModel.CONDUCT_CONVERSATION,
                completedTasks.running(person, ConversationModel.SCHEDULE_CONVERSATION, MAX_EVENTS));
    }

    private CalendarEntry entry(PersonalTask task, Instant due, String service) {
        UUID engagement = task.engagementId();
        String reference = Optional.ofNullable(engagement)
                .flatMap(engagements::find)
                .map(Engagement::externalId)
                .map(id -> " (" + PlainLine.of(id) + ")")
                .orElse("");
        String summary = task.name() + reference;
        String url = engagement == null ? null : service + "/engagements/" + engagement;
        return engagement != null && ConversationModel.CONDUCT_CONVERSATION.equals(task.activityId())
                ? CalendarEntry.ofCall(engagement, due, summary, url)
                : new CalendarEntry(
                        "task-" + task.id() + "@acm-conversation", due.minus(REMINDER), due, summary, url, false);
    }
}
