package org.acmconversation.task;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.acmconversation.absence.Absences;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.database.Transactions;
import org.acmconversation.engagement.Due;
import org.acmconversation.person.People;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.task.AssignableTasks.Chosen;
import org.acmconversation.task.AssignableTasks.OpenTask;
import org.acmconversation.task.TaskAssignments.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives many tasks to somebody, each in a transaction of its own. Who works on one of them meanwhile keeps it. */
@Component
public class BulkAssignments {

    /** How many tasks are assigned at once. */
    public static final int MOST = 200;

    private final AssignableTasks tasks;
    private final ReceiverList receivers;
    private final Absences absences;
    private final People people;
    private final WorkingCalendars calendars;
    private final Transactions transactions;
    private final Clock clock;

    BulkAssignments(
            AssignableTasks tasks,
            ReceiverList receivers,
            Absences absences,
            People people,
            WorkingCalendars calendars,
            Transactions transactions,
            Clock clock) {
        this.tasks = tasks;
        this.receivers = receivers;
        this.absences = absences;
        this.people = people;
        this.calendars = calendars;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What has become of a task. */
    public enum Status {
        ASSIGNED,
        /** The receiver had it already. */
        UNCHANGED,
        REFUSED
    }

    /**
     * What has become of one task.
     *
     * @param problem why it was refused
     */
    public record AssignmentResult(
            String taskId, Status status, @Nullable Refusal problem) {}

    /** The type of a problem and a sentence, as in problem documents. */
    public record Refusal(URI type, @Nullable String detail) {}

    /**
     * What has become of all.
     *
     * @param remaining how many more tasks the filter chooses; ask again for them
     */
    public record AssignmentResults(List<AssignmentResult> results, long remaining) {}

    /**
     * Where tasks go.
     *
     * @param to null for their queues
     * @param despiteAbsence whether the receiver may be absent
     */
    public record Destination(@Nullable String to, @Nullable String reason, boolean despiteAbsence) {}

    /** The tasks that a filter chooses. */
    public Chosen choose(TaskFilter filter, Person person) {
        if (filter.isEmpty()) {
            throw new InvalidRequestException("filter", "must have at least one condition");
        }
        ZoneId zone = people.preferences(person.name()).timeZone();
        Due.Span span = filter.due() == null
                ? new Due.Span(null, null)
                : filter.due().span(clock.instant(), calendars.in(zone));
        List<String> departed = Boolean.TRUE.equals(filter.ownerless())
                ? receivers.departed().stream().map(Receiver::id).toList()
                : List.of();
        return tasks.choose(filter, span, departed, MOST);
    }

    /**
     * Assigns the tasks that a filter chooses, at most 200 of them.
     *
     * @throws AbsentReceiverException if the receiver is absent, and is not to get them all the same
     */
    public AssignmentResults assign(TaskFilter filter, Destination destination, Person person) {
        check(destination);
        Chosen chosen = choose(filter, person);
        List<AssignmentResult> results = chosen.tasks().stream()
                .map(task -> assign(task, destination, person))
                .toList();
        return new AssignmentResults(results, chosen.total() - results.size());
    }

    /**
     * Assigns tasks, at most 200 of them.
     *
     * @throws AbsentReceiverException if the receiver is absent, and is not to get them all the same
     */
    public AssignmentResults assign(List<String> taskIds, Destination destination, Person person) {
        check(destination);
        Map<String, OpenTask> found =
                tasks.find(taskIds).stream().collect(Collectors.toMap(OpenTask::id, Function.identity()));
        List<AssignmentResult> results = new ArrayList<>();
        for (String id : new LinkedHashSet<>(taskIds)) {
            OpenTask task = found.get(id);
            results.add(task == null ? refused(id, new UnknownTaskException()) : assign(task, destination, person));
        }
        return new AssignmentResults(results, 0);
    }

    private void check(Destination destination) {
        if (destination.to() != null && !destination.despiteAbsence()) {
            absences.current(destination.to()).ifPresent(absence -> {
                throw new AbsentReceiverException(absence);
            });
        }
    }

    private AssignmentResult assign(OpenTask task, Destination destination, Person person) {
        try {
            boolean isChanged =
                    transactions.run(() -> tasks.assign(task, destination.to(), destination.reason(), person));
            return new AssignmentResult(task.id(), isChanged ? Status.ASSIGNED : Status.UNCHANGED, null);
        } catch (ProblemException refusal) {
            return refused(task.id(), refusal);
        }
    }

    private static AssignmentResult refused(String taskId, ProblemException refusal) {
        return new AssignmentResult(
                taskId, Status.REFUSED, new Refusal(URI.create("/problems/" + refusal.type()), refusal.getMessage()));
    }
}
