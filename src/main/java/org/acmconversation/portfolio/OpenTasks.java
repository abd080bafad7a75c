package org.acmconversation.portfolio;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.acmconversation.engagement.SoonEnds;
import org.acmconversation.portfolio.PortfolioReads.Open;
import org.acmconversation.portfolio.PortfolioReads.OpenAt;
import org.jspecify.annotations.Nullable;

/**
 * Computes overdue tasks from hourly counts. Two periods are split, that is, their tasks are checked one by one: the
 * current hour, and the hours in which tasks stop being due soon, which is a single one unless places differ.
 */
class OpenTasks {

    private final Instant now;
    private final SoonEnds.Ends soonEnds;
    private final List<Hours> toSplit;
    private final @Nullable String role;
    private final Map<StepId, Tally> bySteps = new HashMap<>();
    private final Map<String, Tally> byRole = new TreeMap<>();

    /**
     * @param soonEnds tasks due before these times that are not overdue are due soon
     * @param role the only candidate group whose tasks count; null for all
     */
    OpenTasks(Instant now, SoonEnds.Ends soonEnds, @Nullable String role) {
        this.now = now;
        this.soonEnds = soonEnds;
        this.toSplit = List.of(Hours.of(now, now), Hours.of(soonEnds.earliest(), soonEnds.latest()));
        this.role = role;
    }

    /** Returns the number of tasks. */
    record Tally(long open, long overdue, long soon) {

        static final Tally ZERO = new Tally(0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(open + other.open, overdue + other.overdue, soon + other.soon);
        }
    }

    /**
     * Whole hours.
     *
     * @param to exclusive
     * @param byPlace whether it depends on the place of an engagement what its tasks count as
     */
    record Hours(Instant from, Instant to, boolean byPlace) {

        private static Hours of(Instant first, Instant last) {
            return new Hours(Counts.hour(first), Counts.hour(last).plus(Duration.ofHours(1)), !first.equals(last));
        }

        private boolean contains(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(to);
        }
    }

    List<Hours> toSplit() {
        return toSplit;
    }

    /** Adds the tasks of an hour. For hours to split, this counts them only as open; {@link #addTask} does the rest. */
    void addHour(Open hour) {
        boolean isSplit = toSplit.stream().anyMatch(hours -> hours.contains(hour.due()));
        add(hour, isSplit ? new Tally(hour.number(), 0, 0) : number(hour, hour.number(), soonEnds.usual()));
    }

    /** Adds the due date of tasks in an hour to split. */
    void addTask(OpenAt tasks) {
        add(tasks.open(), number(tasks.open(), 0, soonEnds.at(tasks.place())));
    }

    private Tally number(Open tasks, long open, Instant soon) {
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
