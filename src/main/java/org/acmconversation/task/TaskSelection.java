package org.acmconversation.task;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.database.Transactions;
import org.acmconversation.engagement.Due;
import org.acmconversation.engagement.DueSoonLimits;
import org.acmconversation.preference.People;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.task.AssignableTasks.Chosen;
import org.acmconversation.task.AssignableTasks.OpenTask;
import org.springframework.stereotype.Component;

/**
 * Selects open tasks by a filter. "Today" and "this week" are in the person's time zone; working days follow each
 * task's engagement, as in the list of engagements.
 */
@Component
class TaskSelection {

    private static final int READ_AT_ONCE = 5_000;

    private static final Due.Span ALWAYS = new Due.Span(null, null);

    private final AssignableTasks tasks;
    private final ReceiverList receivers;
    private final People people;
    private final WorkingCalendars calendars;
    private final DueSoonLimits dueSoon;
    private final Transactions transactions;
    private final Clock clock;

    TaskSelection(
            AssignableTasks tasks,
            ReceiverList receivers,
            People people,
            WorkingCalendars calendars,
            DueSoonLimits dueSoon,
            Transactions transactions,
            Clock clock) {
        this.tasks = tasks;
        this.receivers = receivers;
        this.people = people;
        this.calendars = calendars;
        this.dueSoon = dueSoon;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Returns the first tasks that a filter selects, by due date. */
    Chosen choose(TaskFilter filter, String person, int limit) {
        if (filter.isEmpty()) {
            throw new InvalidRequestException("filter", "must have at least one condition");
        }
        List<String> departed = Boolean.TRUE.equals(filter.ownerless())
                ? receivers.departed().stream().map(Receiver::id).toList()
                : List.of();
        Due due = filter.due();
        if (due == Due.SOON || due == Due.ON_TIME) {
            // From one snapshot: it is read in pages.
            return transactions.read(() -> byPlace(filter, due == Due.SOON, departed, limit));
        }
        Due.Span span = due == null
                ? ALWAYS
                : due.span(
                        clock.instant(), calendars.in(people.preferences(person).timeZone()));
        return tasks.choose(filter, span, departed, limit);
    }

    /** If the end of the working day is not the same everywhere, the tasks between the first and the last are read. */
    private Chosen byPlace(TaskFilter filter, boolean isSoon, Collection<String> departed, int limit) {
        Instant now = clock.instant();
        DueSoonLimits.Ends ends = dueSoon.after(now);
        Due.Span everywhere = isSoon ? new Due.Span(now, ends.earliest()) : new Due.Span(ends.latest(), null);
        Chosen sure = tasks.choose(filter, everywhere, departed, limit);
        if (ends.others().isEmpty()) {
            return sure;
        }
        Chosen there = between(filter, ends, isSoon, departed, limit);
        Stream<OpenTask> all =
                Stream.of(isSoon ? sure : there, isSoon ? there : sure).flatMap(chosen -> chosen.tasks().stream());
        return new Chosen(all.limit(limit).toList(), sure.total() + there.total());
    }

    /** Reads all tasks of the span, but keeps only the first: there may be hundreds of thousands. */
    private Chosen between(
            TaskFilter filter, DueSoonLimits.Ends ends, boolean isSoon, Collection<String> departed, int limit) {
        var span = new Due.Span(ends.earliest(), ends.latest());
        List<OpenTask> first = new ArrayList<>();
        long total = 0;
        int offset = 0;
        List<OpenTask> page;
        do {
            page = tasks.list(filter, span, departed, offset, READ_AT_ONCE);
            Predicate<OpenTask> isSoonThere = soonThere(page, ends);
            List<OpenTask> found = page.stream()
                    .filter(task -> isSoonThere.test(task) == isSoon)
                    .toList();
            found.stream().limit(limit - first.size()).forEach(first::add);
            total += found.size();
            offset += READ_AT_ONCE;
        } while (page.size() == READ_AT_ONCE);
        return new Chosen(first, total);
    }

    private Predicate<OpenTask> soonThere(List<OpenTask> between, DueSoonLimits.Ends ends) {
        Map<UUID, Instant> known = dueSoon.of(
                between.stream()
                        .map(OpenTask::engagementId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                ends);
        return task -> Objects.requireNonNull(task.dueAt())
                .isBefore(
                        task.engagementId() == null
                                ? ends.usual()
                                : known.getOrDefault(task.engagementId(), ends.usual()));
    }
}
