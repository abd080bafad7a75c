package org.acmconversation.portfolio;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.acmconversation.portfolio.PortfolioReads.Open;

/**
 * Tells what is overdue from counts by the hour. The hours of now and of the end of the next working day are split: of
 * the tasks that are due in them each is looked at.
 */
class OpenTasks {

    private final Instant now;
    private final Instant soon;
    private final Map<StepId, Number> bySteps = new HashMap<>();
    private final Map<String, Number> byRole = new TreeMap<>();

    /** @param soon what is due before, and not overdue, is due soon */
    OpenTasks(Instant now, Instant soon) {
        this.now = now;
        this.soon = soon;
    }

    /** How many tasks there are. */
    record Number(long open, long overdue, long soon) {

        static final Number ZERO = new Number(0, 0, 0);

        Number plus(Number other) {
            return new Number(open + other.open, overdue + other.overdue, soon + other.soon);
        }
    }

    Set<Instant> hoursToSplit() {
        return Set.copyOf(List.of(Counts.hour(now), Counts.hour(soon)));
    }

    /** Adds the tasks of an hour. Those of the hours to split are only open; the rest comes by {@link #addTask}. */
    void addHour(Open hour) {
        add(hour, hoursToSplit().contains(hour.due()) ? new Number(hour.number(), 0, 0) : number(hour, hour.number()));
    }

    /** Adds when a task of an hour to split is due. */
    void addTask(Open task) {
        add(task, number(task, 0));
    }

    private Number number(Open tasks, long open) {
        boolean isOverdue = tasks.due().isBefore(now);
        boolean isSoon = !isOverdue && tasks.due().isBefore(soon);
        return new Number(open, isOverdue ? tasks.number() : 0, isSoon ? tasks.number() : 0);
    }

    private void add(Open tasks, Number number) {
        bySteps.merge(new StepId(tasks.processId(), tasks.activityId()), number, Number::plus);
        Stream.of(tasks.roles().split(","))
                .filter(role -> !role.isEmpty())
                .forEach(role -> byRole.merge(role, number, Number::plus));
    }

    Set<StepId> steps() {
        return bySteps.keySet();
    }

    Number of(StepId step) {
        return bySteps.getOrDefault(step, Number.ZERO);
    }

    List<Portfolio.Load> load() {
        return byRole.entrySet().stream()
                .map(role -> new Portfolio.Load(
                        role.getKey(), role.getValue().open(), role.getValue().overdue()))
                .toList();
    }
}
