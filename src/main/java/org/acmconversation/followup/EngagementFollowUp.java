package org.acmconversation.followup;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acmconversation.absence.Absences;
import org.acmconversation.database.Transactions;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.FollowUp;
import org.acmconversation.engagement.FollowUps;
import org.acmconversation.engagement.NextAction;
import org.acmconversation.followup.FollowUpRepository.Known;
import org.acmconversation.preference.People;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Next actions and status notes of engagements; a note is due every two weeks. */
@Component
public class EngagementFollowUp implements FollowUps {

    /** How long an engagement may continue without a note. */
    static final Duration WITHOUT_NOTE = Duration.ofDays(14);

    private static final Known NOTHING = new Known(null, null);

    private final FollowUpRepository repository;
    private final ObjectProvider<Engagements> engagements;
    private final ObjectProvider<Timeline> timeline;
    private final Absences absences;
    private final People people;
    private final Transactions transactions;
    private final Clock clock;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    /** Lazy, because engagements depend on their follow-up. */
    EngagementFollowUp(
            FollowUpRepository repository,
            ObjectProvider<Engagements> engagements,
            ObjectProvider<Timeline> timeline,
            Absences absences,
            People people,
            Transactions transactions,
            Clock clock) {
        this.repository = repository;
        this.engagements = engagements;
        this.timeline = timeline;
        this.absences = absences;
        this.people = people;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Map<UUID, FollowUp> of(Collection<Engagement> all) {
        Map<UUID, Known> known = repository.of(all.stream().map(Engagement::id).toList());
        return all.stream()
                .collect(Collectors.toMap(
                        Engagement::id,
                        engagement -> followUp(engagement, known.getOrDefault(engagement.id(), NOTHING))));
    }

    private static FollowUp followUp(Engagement engagement, Known known) {
        Instant since = Optional.ofNullable(known.notedAt()).orElse(engagement.startedAt());
        return new FollowUp(
                known.nextAction(), known.notedAt(), engagement.isRunning() ? since.plus(WITHOUT_NOTE) : null);
    }

    @Override
    public Selection selection(
            @Nullable Missing missing, @Nullable String actionOwner, Instant now, @Nullable ZoneId zone) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        if (missing != null) {
            conditions.add("status = 'RUNNING'");
            conditions.add(
                    switch (missing) {
                        case NOTE -> """
                            coalesce((select noted_at from follow_up where engagement_id = engagement.id), started_at)
                              < :notedBefore""";
                        case ACTION_OVERDUE ->
                            "exists (select 1 from follow_up where engagement_id = engagement.id and action_date < :today)";
                        case ACTION -> """
                            not exists
                              (select 1 from follow_up where engagement_id = engagement.id and action is not null)""";
                    });
            parameters.put("notedBefore", now.minus(WITHOUT_NOTE).atOffset(ZoneOffset.UTC));
            parameters.put("today", LocalDate.ofInstant(now, zone == null ? ZoneOffset.UTC : zone));
        }
        if (actionOwner != null) {
            conditions.add("exists (select 1 from follow_up where engagement_id = engagement.id"
                    + " and action_owner = :actionOwner)");
            parameters.put("actionOwner", actionOwner);
        }
        return new Selection(conditions, parameters);
    }

    /**
     * Replaces the next action of a running engagement.
     *
     * @throws org.acmconversation.engagement.UnknownEngagementException if there is none with that id
     */
    public NextAction plan(UUID engagementId, NewAction action, String caller) {
        return transactions.run(() -> {
            engagements.getObject().lockRunning(engagementId);
            return save(engagementId, action, caller, "");
        });
    }

    private NextAction save(UUID engagementId, NewAction action, String caller, String path) {
        var next = new NextAction(
                action.action(),
                action.date(),
                Optional.ofNullable(action.owner()).orElse(caller));
        check(next, caller, path);
        return record(engagementId, next);
    }

    private NextAction record(UUID engagementId, NextAction next) {
        if (!repository.nextAction(engagementId).filter(next::equals).isPresent()) {
            repository.save(engagementId, next);
            timeline.getObject()
                    .record(
                            engagementId.toString(),
                            Event.NEXT_ACTION_PLANNED,
                            null,
                            null,
                            Map.of(
                                    "action", next.action(),
                                    "date", next.date().toString(),
                                    "owner", next.owner()));
        }
        return next;
    }

    /**
     * Stores the next action from the validated form of a task that is being completed.
     *
     * @param date null for two weeks from now
     */
    public void agree(UUID engagementId, String action, @Nullable LocalDate date, String owner) {
        if (engagements.getObject().lock(engagementId).isRunning()) {
            record(
                    engagementId,
                    new NextAction(action, date == null ? today(owner).plusDays(WITHOUT_NOTE.toDays()) : date, owner));
        }
    }

    private LocalDate today(String person) {
        return LocalDate.ofInstant(clock.instant(), people.preferences(person).timeZone());
    }

    private void check(NextAction next, String caller, String path) {
        if (next.date().isBefore(today(caller))) {
            throw new InvalidRequestException(path + "date", "must be today or later");
        }
        if (!next.owner().equals(caller)
                && absences.colleagues().stream()
                        .noneMatch(colleague -> colleague.id().equals(next.owner()))) {
            throw new InvalidRequestException(path + "owner", "must be somebody who works on tasks");
        }
    }

    /**
     * Adds a status note to a running engagement.
     *
     * @param action the next action; null to leave it unchanged
     * @throws org.acmconversation.engagement.UnknownEngagementException if there is none with that id
     */
    public StatusNote note(UUID engagementId, String text, @Nullable NewAction action, String author) {
        return transactions.run(() -> {
            engagements.getObject().lockRunning(engagementId);
            NextAction next = action == null
                    ? repository.nextAction(engagementId).orElse(null)
                    : save(engagementId, action, author, "nextAction.");
            var note = new StatusNote(ids.generate(), author, clock.instant(), text, next);
            repository.add(engagementId, note);
            timeline.getObject().record(engagementId.toString(), Event.STATUS_NOTED, null, null, Map.of("text", text));
            return note;
        });
    }

    /** Returns the overdue notes and next actions of engagements whose next action has an owner. */
    public List<OverdueFollowUp> overdueOf(String owner, int limit) {
        return repository.overdueOf(owner, clock.instant().minus(WITHOUT_NOTE), today(owner), limit);
    }

    /** Returns an engagement's status notes, newest first. */
    public List<StatusNote> notes(UUID engagementId) {
        return repository.notes(engagementId);
    }
}
