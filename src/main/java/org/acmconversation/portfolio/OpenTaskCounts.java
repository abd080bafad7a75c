package org.acmconversation.portfolio;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.acmconversation.engagement.DueSoonLimits;
import org.acmconversation.portfolio.PortfolioReads.Open;
import org.acmconversation.portfolio.PortfolioReads.OpenAt;
import org.jspecify.annotations.Nullable;

/**
 * Counts open tasks, and those that are overdue or due soon, from hourly counts. Some hours are split, that is, their
 * tasks are checked one by one: the current hour, and those in which tasks stop being due soon. If this depends on the
 * place, there are several of the latter, and the hours between them are counted by place.
 */
class OpenTaskCounts {

    private final Instant now;
    private final DueSoonLimits.Ends dueSoon;
    private final List<Hours> toSplit;
    private final Optional<Hours> byPlace;
    private final @Nullable String role;
    private final Map<StepId, Tally> bySteps = new HashMap<>();
    private final Map<String, Tally> byRole = new TreeMap<>();

    /**
     * @param dueSoon tasks due before these times that are not overdue are due soon
     * @param role the only candidate group whose tasks count; null for all
     */
    OpenTaskCounts(Instant now, DueSoonLimits.Ends dueSoon, @Nullable String role) {
        this.now = now;
        this.dueSoon = dueSoon;
        boolean isByPlace = !dueSoon.others().isEmpty();
        this.toSplit = Stream.concat(
                        Stream.of(Hours.of(now, now, false)),
                        dueSoon.all()
                                .map(Counts::hour)
                                .distinct()
                                .sorted()
                                .map(hour -> Hours.of(hour, hour, isByPlace)))
                .toList();
        this.byPlace = isByPlace ? Optional.of(Hours.of(dueSoon.earliest(), dueSoon.latest(), true)) : Optional.empty();
        this.role = role;
    }

    /** Numbers of tasks. */
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
     * @param byPlace whether a task of these hours may be due soon in one place and not in another
     */
    record Hours(Instant from, Instant to, boolean byPlace) {

        private static Hours of(Instant first, Instant last, boolean byPlace) {
            return new Hours(Counts.hour(first), Counts.hour(last).plus(Duration.ofHours(1)), byPlace);
        }

        private boolean contains(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(to);
        }
    }

    List<Hours> toSplit() {
        return toSplit;
    }

    /** Hours whose tasks count as due soon at some places only. */
    Optional<Hours> byPlace() {
        return byPlace;
    }

    /**
     * Adds the tasks of an hour. For hours to split and those by place, this counts them only as open; {@link #addTask}
     * and {@link #addHourAtPlace} do the rest.
     */
    void addHour(Open hour) {
        boolean isOnlyOpen = isSplit(hour)
                || byPlace.filter(hours -> hours.contains(hour.due())).isPresent();
        add(hour, isOnlyOpen ? new Tally(hour.number(), 0, 0) : number(hour, hour.number(), dueSoon.usual()));
    }

    /** Adds the tasks of an hour at a place, unless the hour is to be split. */
    void addHourAtPlace(OpenAt hour) {
        if (!isSplit(hour.open())) {
            addTask(hour);
        }
    }

    private boolean isSplit(Open hour) {
        return toSplit.stream().anyMatch(hours -> hours.contains(hour.due()));
    }

    /** Adds the due date of tasks in an hour to split. */
    void addTask(OpenAt tasks) {
        add(tasks.open(), number(tasks.open(), 0, dueSoon.at(tasks.place())));
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
