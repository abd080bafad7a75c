package org.acmconversation.portfolio;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.acmconversation.database.IndexScans;
import org.acmconversation.engagement.DueSoonLimits;
import org.acmconversation.engagement.EngagementStatus;
import org.acmconversation.engagement.Steps;
import org.acmconversation.model.ConversationModel;
import org.acmconversation.portfolio.PortfolioReads.Day;
import org.acmconversation.portfolio.PortfolioReads.Sum;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the portfolio. Changes of the last seconds may not be counted yet. */
@Component
public class Portfolios {

    private static final String STARTED = "STARTED";

    private final PortfolioReads reads;
    private final Steps steps;
    private final IndexScans scans;
    private final DueSoonLimits dueSoon;
    private final Clock clock;

    Portfolios(PortfolioReads reads, Steps steps, IndexScans scans, DueSoonLimits dueSoon, Clock clock) {
        this.reads = reads;
        this.steps = steps;
        this.scans = scans;
        this.dueSoon = dueSoon;
        this.clock = clock;
    }

    /** Reads the figures that a query selects, from one snapshot of the database. */
    public Portfolio find(PortfolioQuery query) {
        Instant now = clock.instant();
        return scans.read(() -> {
            List<Sum> sums = reads.sums(query);
            var open = new OpenTaskCounts(now, dueSoon.after(now), query.role());
            reads.open(query).forEach(open::addHour);
            open.byPlace().ifPresent(hours -> reads.openAtPlaces(hours, query).forEach(open::addHourAtPlace));
            open.toSplit().forEach(hours -> reads.openIn(hours, query).forEach(open::addTask));
            List<Steps.Named> known = steps.all();
            return new Portfolio(
                    engagements(sums),
                    steps(known, query.role(), sums, open),
                    open.load(),
                    funnel(known, query.role(), sums),
                    weeks(reads.days(query)));
        });
    }

    private static Map<EngagementStatus, Long> engagements(List<Sum> sums) {
        Map<EngagementStatus, Long> engagements = new EnumMap<>(EngagementStatus.class);
        Stream.of(EngagementStatus.values()).forEach(status -> engagements.put(status, 0L));
        of(Measure.STATUS, sums)
                .forEach(sum -> engagements.merge(EngagementStatus.valueOf(sum.activityId()), sum.number(), Long::sum));
        return engagements;
    }

    private static Stream<Sum> of(Measure measure, List<Sum> sums) {
        return sums.stream().filter(sum -> sum.measure() == measure);
    }

    /** Returns the role's steps that have any figures. */
    private static List<Portfolio.Step> steps(
            List<Steps.Named> known, @Nullable String role, List<Sum> sums, OpenTaskCounts open) {
        Map<StepId, Histogram> completed = new LinkedHashMap<>();
        of(Measure.COMPLETED, sums)
                .forEach(sum -> completed
                        .computeIfAbsent(new StepId(sum.processId(), sum.activityId()), step -> new Histogram())
                        .add(sum.bucket(), sum.number()));
        Map<StepId, Steps.Named> all = new LinkedHashMap<>();
        known.forEach(step -> all.put(new StepId(step.processId(), step.activityId()), step));
        // Earlier models may have had other steps.
        Stream.concat(completed.keySet().stream(), open.steps().stream())
                .forEach(step -> all.putIfAbsent(
                        step, new Steps.Named(step.processId(), step.activityId(), step.activityId(), List.of())));
        return all.entrySet().stream()
                .filter(step -> open.steps().contains(step.getKey())
                        || completed.containsKey(step.getKey())
                                && isOf(role, step.getValue().groups()))
                .map(step -> step(
                        step.getValue(),
                        open.of(step.getKey()),
                        completed.getOrDefault(step.getKey(), new Histogram())))
                .toList();
    }

    private static boolean isOf(@Nullable String role, List<String> groups) {
        return role == null || groups.contains(role);
    }

    private static Portfolio.Step step(Steps.Named step, OpenTaskCounts.Tally open, Histogram completed) {
        return new Portfolio.Step(
                step.processId(),
                step.activityId(),
                step.name(),
                step.groups(),
                open.open(),
                open.overdue(),
                open.soon(),
                completed.size(),
                completed.percentile(0.5),
                completed.percentile(0.9));
    }

    /** Returns the start and the role's milestones. */
    private static List<Portfolio.Milestone> funnel(List<Steps.Named> known, @Nullable String role, List<Sum> sums) {
        Map<String, Long> reached = new HashMap<>();
        of(Measure.REACHED, sums).forEach(sum -> reached.merge(sum.activityId(), sum.number(), Long::sum));
        var started = new Portfolio.Milestone(
                STARTED,
                List.of(),
                of(Measure.STATUS, sums).mapToLong(Sum::number).sum());
        return Stream.concat(
                        Stream.of(started),
                        ConversationModel.MILESTONES.stream()
                                .map(activity -> new Portfolio.Milestone(
                                        activity, groups(known, activity), reached.getOrDefault(activity, 0L)))
                                .filter(milestone -> isOf(role, milestone.roles())))
                .toList();
    }

    private static List<String> groups(List<Steps.Named> known, String activity) {
        return known.stream()
                .filter(step -> step.activityId().equals(activity))
                .flatMap(step -> step.groups().stream())
                .distinct()
                .toList();
    }

    private static List<Portfolio.Week> weeks(List<Day> days) {
        Map<String, long[]> weeks = new TreeMap<>();
        for (Day day : days) {
            long[] numbers = weeks.computeIfAbsent(week(day.day()), week -> new long[2]);
            numbers[day.measure() == Measure.ENDED ? 1 : 0] += day.number();
        }
        return weeks.entrySet().stream()
                .map(week -> new Portfolio.Week(week.getKey(), week.getValue()[0], week.getValue()[1]))
                .toList();
    }

    private static String week(LocalDate day) {
        return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
