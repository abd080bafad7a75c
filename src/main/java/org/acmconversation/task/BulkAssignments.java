package org.acmconversation.task;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.acmconversation.absence.Absences;
import org.acmconversation.database.Transactions;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.problem.Problems;
import org.acmconversation.security.Caller;
import org.acmconversation.task.AssignableTasks.Chosen;
import org.acmconversation.task.AssignableTasks.NamedTask;
import org.acmconversation.task.AssignableTasks.OpenTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assigns many tasks, each in a separate transaction. A task that somebody claims meanwhile stays theirs. */
@Component
public class BulkAssignments {

    /** Maximum number of tasks per request. */
    public static final int MAX_TASKS = 200;

    private final AssignableTasks tasks;
    private final Receivers fit;
    private final TaskSelection selection;
    private final Absences absences;
    private final Transactions transactions;

    BulkAssignments(
            AssignableTasks tasks,
            Receivers fit,
            TaskSelection selection,
            Absences absences,
            Transactions transactions) {
        this.tasks = tasks;
        this.fit = fit;
        this.selection = selection;
        this.absences = absences;
        this.transactions = transactions;
    }

    /** Result for a task. */
    public enum Status {
        ASSIGNED,
        /** The receiver was already the assignee. */
        UNCHANGED,
        REFUSED
    }

    /**
     * The result for one task.
     *
     * @param problem why it was refused
     */
    public record AssignmentResult(
            String taskId, Status status, @Nullable Refusal problem) {}

    /** The type of a problem and a sentence, as in problem documents. */
    public record Refusal(URI type, @Nullable String detail) {

        private static Refusal of(ProblemException refusal) {
            return new Refusal(Problems.type(refusal.type()), refusal.getMessage());
        }

        /** The last segment of the type. */
        public String reason() {
            return type.getPath().substring(type.getPath().lastIndexOf('/') + 1);
        }
    }

    /**
     * The results for all tasks.
     *
     * @param remaining number of further tasks that the filter selects; repeat the request for them
     */
    public record AssignmentResults(List<AssignmentResult> results, long remaining) {}

    /**
     * The target of an assignment.
     *
     * @param to new assignee; null for the tasks' queues
     * @param despiteAbsence whether the receiver may be absent
     */
    public record Destination(@Nullable String to, @Nullable String reason, boolean despiteAbsence) {}

    /** Returns the tasks that a filter selects. */
    public Chosen choose(TaskFilter filter, Caller caller) {
        return selection.choose(filter, caller.name(), MAX_TASKS);
    }

    /**
     * Assigns up to 200 of the tasks that a filter selects.
     *
     * @throws AbsentReceiverException if the receiver is absent and {@code despiteAbsence} is not set
     */
    public AssignmentResults assign(TaskFilter filter, Destination destination, Caller caller) {
        check(destination);
        Chosen chosen = choose(filter, caller);
        List<AssignmentResult> results = chosen.tasks().stream()
                .map(task -> assign(task, destination, caller))
                .toList();
        return new AssignmentResults(results, chosen.total() - results.size());
    }

    /**
     * Assigns up to 200 tasks.
     *
     * @throws AbsentReceiverException if the receiver is absent and {@code despiteAbsence} is not set
     */
    public AssignmentResults assign(List<String> taskIds, Destination destination, Caller caller) {
        return assign(taskIds, UnaryOperator.identity(), destination, caller);
    }

    /**
     * Assigns up to 200 tasks that a page has shown as those of one person. Refuses those that somebody else has
     * claimed since.
     *
     * @param seen the assignee that the page has shown; null if it has shown unassigned tasks
     * @throws AbsentReceiverException if the receiver is absent and {@code despiteAbsence} is not set
     */
    public AssignmentResults assignTasksOf(
            @Nullable String seen, List<String> taskIds, Destination destination, Caller caller) {
        return assign(taskIds, task -> task.seenWith(seen), destination, caller);
    }

    private AssignmentResults assign(
            List<String> taskIds, UnaryOperator<OpenTask> asSeen, Destination destination, Caller caller) {
        check(destination);
        Map<String, OpenTask> found =
                tasks.find(taskIds).stream().collect(Collectors.toMap(OpenTask::id, Function.identity()));
        List<AssignmentResult> results = new ArrayList<>();
        for (String id : new LinkedHashSet<>(taskIds)) {
            OpenTask task = found.get(id);
            results.add(
                    task == null
                            ? refused(id, new UnknownTaskException())
                            : assign(asSeen.apply(task), destination, caller));
        }
        return new AssignmentResults(results, 0);
    }

    /** Returns the names of tasks, in the same order, even if they have ended. */
    public List<NamedTask> named(Collection<String> taskIds) {
        return tasks.named(taskIds);
    }

    private void check(Destination destination) {
        if (destination.to() != null && !destination.despiteAbsence()) {
            absences.current(destination.to()).ifPresent(absence -> {
                throw new AbsentReceiverException(absence);
            });
        }
    }

    private AssignmentResult assign(OpenTask task, Destination destination, Caller caller) {
        try {
            boolean isChanged = transactions.run(() -> {
                requireFit(task, destination.to(), caller);
                return tasks.assign(task, destination.to(), destination.reason(), caller);
            });
            return new AssignmentResult(task.id(), isChanged ? Status.ASSIGNED : Status.UNCHANGED, null);
        } catch (ProblemException refusal) {
            return refused(task.id(), refusal);
        }
    }

    /** The engine checks the receivers of leads only; administrators may do anything there. */
    private void requireFit(OpenTask task, @Nullable String receiver, Caller caller) {
        if (receiver != null
                && fit.of(task.id(), caller.groups()).stream()
                        .noneMatch(colleague -> colleague.id().equals(receiver))) {
            throw new UnfitReceiverException();
        }
    }

    private static AssignmentResult refused(String taskId, ProblemException refusal) {
        return new AssignmentResult(taskId, Status.REFUSED, Refusal.of(refusal));
    }
}
