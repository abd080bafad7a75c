package org.acmconversation.substitution;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.acmconversation.absence.Absence;
import org.acmconversation.absence.Absences;
import org.acmconversation.database.Transactions;
import org.acmconversation.substitution.TasksOfAbsentees.OwnedTask;
import org.acmconversation.task.UnknownTaskException;
import org.springframework.stereotype.Component;

/**
 * Lets substitutes take over tasks of absent people. The absent person is then the task's owner, until somebody else is
 * assigned or the owner takes it back.
 */
@Component
public class Substitution {

    private static final int MAX_PER_PERSON = 100;

    private final Absences absences;
    private final TasksOfAbsentees tasks;
    private final Transactions transactions;

    Substitution(Absences absences, TasksOfAbsentees tasks, Transactions transactions) {
        this.absences = absences;
        this.tasks = tasks;
        this.transactions = transactions;
    }

    /**
     * An absent person, as shown to a substitute.
     *
     * @param until day of the return
     * @param tasks the person's tasks that the substitute may work on
     */
    public record Absentee(String person, LocalDate until, List<OwnedTask> tasks) {}

    /** Returns the people for whom a person substitutes today. */
    public List<Absentee> absentees(String substitute, Collection<String> groups) {
        return absences.substitutedBy(substitute).stream()
                .map(absence -> new Absentee(
                        absence.person(), absence.until(), tasks.of(absence.person(), groups, MAX_PER_PERSON)))
                .toList();
    }

    /** Returns the open tasks that substitutes have taken over from a person. */
    public List<OwnedTask> takenOverFrom(String person) {
        return tasks.takenOverFrom(person);
    }

    /**
     * Takes over a task from an absent person. Repeating it changes nothing.
     *
     * @throws UnknownTaskException if there is no such task, or its assignee is nobody whom the person substitutes for
     */
    public void takeOver(String taskId, String substitute, Collection<String> groups) {
        transactions.run(() -> {
            OwnedTask task = tasks.find(taskId, groups).orElseThrow(UnknownTaskException::new);
            if (!(task.assignee().equals(substitute) && task.owner() != null)) {
                requireSubstituted(task.assignee(), substitute);
                tasks.change(task, Optional.ofNullable(task.owner()).orElse(task.assignee()), substitute);
            }
        });
    }

    private void requireSubstituted(String person, String substitute) {
        if (absences.substitutedBy(substitute).stream().map(Absence::person).noneMatch(person::equals)) {
            throw new UnknownTaskException();
        }
    }

    /**
     * Takes a task back from the substitute.
     *
     * @throws UnknownTaskException if there is no such task of theirs
     */
    public void takeBack(String taskId, String owner) {
        transactions.run(() -> {
            OwnedTask task = tasks.findOf(owner, taskId).orElseThrow(UnknownTaskException::new);
            tasks.change(task, null, Objects.requireNonNull(task.owner()));
        });
    }
}
