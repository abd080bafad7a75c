package org.acmconversation.portfolio;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.acmconversation.engagement.Location;
import org.jspecify.annotations.Nullable;

/** Counters that engagements and tasks are added to and subtracted from. */
class Counts {

    /** Stands for every service, and for every initiative. */
    static final String ANY = "";

    /** Due hour of tasks without a due date. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** Key of a row of {@code portfolio_figure}. */
    record Figure(
            String service,
            String initiative,
            LocalDate day,
            Measure measure,
            String segment,
            String processId,
            String activityId,
            int bucket) {}

    /** Key of a row of {@code portfolio_open}. */
    record Open(
            String service,
            String initiative,
            String segment,
            String processId,
            String activityId,
            String roles,
            Instant dueHour) {}

    /** Key of a row of {@code portfolio_open_at_place}. */
    record OpenAtPlace(Open open, Location place) {}

    private final Map<Figure, Long> figures = new HashMap<>();
    private final Map<Open, Long> open = new HashMap<>();
    private final Map<OpenAtPlace, Long> openAtPlaces = new HashMap<>();

    /** Returns the counters that are not zero. */
    Map<Figure, Long> figures() {
        figures.values().removeIf(number -> number == 0);
        return figures;
    }

    Map<Open, Long> open() {
        open.values().removeIf(number -> number == 0);
        return open;
    }

    Map<OpenAtPlace, Long> openAtPlaces() {
        openAtPlaces.values().removeIf(number -> number == 0);
        return openAtPlaces;
    }

    int size() {
        return figures.size() + open.size() + openAtPlaces.size();
    }

    /** Adds an engagement. */
    void add(CountedEngagement engagement, Collection<CountedTask> tasks) {
        count(engagement, tasks, 1);
    }

    /** Subtracts an engagement as it was counted before. */
    void subtract(CountedEngagement engagement, Collection<CountedTask> tasks) {
        count(engagement, tasks, -1);
    }

    private void count(CountedEngagement engagement, Collection<CountedTask> tasks, int number) {
        LocalDate started = day(engagement.startedAt());
        add(engagement, number, traits -> figure(traits, started, Measure.STATUS, ANY, engagement.status(), 0));
        Instant endedAt = engagement.endedAt();
        if (endedAt != null) {
            add(engagement, number, traits -> figure(traits, day(endedAt), Measure.ENDED, ANY, ANY, 0));
        }
        tasks.stream()
                .filter(CountedTask::completed)
                .map(task -> List.of(task.processId(), task.activityId()))
                .distinct()
                .forEach(step -> add(
                        engagement,
                        number,
                        traits -> figure(traits, started, Measure.REACHED, step.get(0), step.get(1), 0)));
        for (CountedTask task : tasks) {
            if (task.completed()) {
                int bucket = Histogram.bucket(Duration.between(task.openedAt(), task.closedAt()));
                add(
                        engagement,
                        number,
                        traits -> figure(
                                traits,
                                day(Objects.requireNonNull(task.closedAt())),
                                Measure.COMPLETED,
                                task.processId(),
                                task.activityId(),
                                bucket));
            } else if (task.isOpen()) {
                traits(engagement).forEach(traits -> addOpen(traits, task, engagement.place(), number));
            }
        }
    }

    private void addOpen(Traits traits, CountedTask task, Location place, long number) {
        var key = new Open(
                traits.service(),
                traits.initiative(),
                traits.segment(),
                task.processId(),
                task.activityId(),
                task.roles(),
                hour(task.dueAt()));
        open.merge(key, number, Long::sum);
        openAtPlaces.merge(new OpenAtPlace(key, place), number, Long::sum);
    }

    private record Traits(String service, String initiative, String segment) {}

    private interface Key {
        Figure of(Traits traits);
    }

    private void add(CountedEngagement engagement, int number, Key key) {
        traits(engagement).forEach(traits -> figures.merge(key.of(traits), (long) number, Long::sum));
    }

    /** Returns each combination of service and initiative by which an engagement can be selected. */
    private static Stream<Traits> traits(CountedEngagement engagement) {
        return orAny(engagement.services())
                .flatMap(service -> orAny(engagement.initiatives())
                        .map(initiative -> new Traits(service, initiative, engagement.segment())));
    }

    private static Stream<String> orAny(List<String> values) {
        return Stream.concat(Stream.of(ANY), values.stream().distinct());
    }

    private static Figure figure(
            Traits traits, LocalDate day, Measure measure, String processId, String activityId, int bucket) {
        return new Figure(
                traits.service(), traits.initiative(), day, measure, traits.segment(), processId, activityId, bucket);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** The hour in which a task is due. */
    static Instant hour(@Nullable Instant due) {
        return due == null ? NEVER : due.truncatedTo(ChronoUnit.HOURS);
    }
}
