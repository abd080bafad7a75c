package org.acmconversation.portfolio;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.acmconversation.portfolio.PortfolioReads.Open;
import org.jspecify.annotations.Nullable;

/**
 * Computes overdue tasks from hourly counts. The current hour and the hour in which the next working day ends are
 * split: their tasks are checked one by one.
 */
class OpenTasks {

    private final Instant now;
    private final Instant soon;
    private final @Nullable String role;
    private final Map<StepId, Tally> bySteps = new HashMap<>();
    private final Map<String, Tally> byRole = new TreeMap<>();

    /**
     * @param soon tasks due before this time that are not overdue are due soon
     * @param role the only candidate group whose tasks count; null for all
     */
    OpenTasks(Instant now, Instant soon, @Nullable String role) {
        this.now = now;
        this.soon = soon;
        this.role = role;
    }

    /** Returns the number of tasks. */
    record Tally(long open, long overdue, long soon) {

        static final Tally ZERO = new Tally(0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(open + other.open, overdue + other.overdue, soon + other.soon);
        }
    }

    Set<Instant> hoursToSplit() {
        return Set.copyOf(List.of(Counts.hour(now), Counts.hour(soon)));
    }

    /** Adds the tasks of an hour. For hours to split, this counts them only as open; {@link #addTask} does the rest. */
    void addHour(Open hour) {
        add(hour, hoursToSplit().contains(hour.due()) ? new Tally(hour.number(), 0, 0) : number(hour, hour.number()));
    }

    /** Adds the due date of a task in an hour to split. */
    void addTask(Open task) {
        add(task, number(task, 0));
    }

    private Tally number(Open tasks, long open) {
        boolean isOverdue = tasks.due().isBefore(now);
        boolean isSoon = !isOverdue && tasks.due().isBefore(soon);
        return new Tally(open, isOverdue ? tasks.number() : 0, isSoon ? tasks.number() : 0);
    }

    private void add(Open tasks, Tally number) {
        List<String> roles = Stream.of(tasks.roles().split(","))
                .filter(group -> !group.isEmpty() && (role == null || role.equals(group)))
                .toList();
        if (role == null || !roles.isEmpty()) {
            bySteps.merge(new StepId(tasks.processId(), tasks.activityId()), number, Tally::plus);
        }
        roles.forEach(group -> byRole.merge(group, number, Tally::plus));
    }

    Set<StepId> steps() {
        return bySteps.keySet();
    }

    Tally of(StepId step) {
        return bySteps.getOrDefault(step, Tally.ZERO);
    }

    List<Portfolio.Load> load() {
        return byRole.entrySet().stream()
                .map(role -> new Portfolio.Load(
                        role.getKey(), role.getValue().open(), role.getValue().overdue()))
                .toList();
    }
}
