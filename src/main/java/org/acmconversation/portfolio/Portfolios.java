package org.acmconversation.portfolio;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.database.Transactions;
import org.acmconversation.engagement.Due;
import org.acmconversation.engagement.EngagementStatus;
import org.acmconversation.engagement.Steps;
import org.acmconversation.model.ConversationModel;
import org.acmconversation.portfolio.PortfolioReads.Day;
import org.acmconversation.portfolio.PortfolioReads.Sum;
import org.springframework.stereotype.Component;

/** Reads the portfolio. Changes of the last seconds may not be counted yet. */
@Component
public class Portfolios {

    private static final String STARTED = "STARTED";

    private final PortfolioReads reads;
    private final Steps steps;
    private final Transactions transactions;
    private final WorkingCalendars calendars;
    private final Clock clock;

    Portfolios(PortfolioReads reads, Steps steps, Transactions transactions, WorkingCalendars calendars, Clock clock) {
        this.reads = reads;
        this.steps = steps;
        this.transactions = transactions;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Reads the figures that a query selects, from one snapshot of the database. */
    public Portfolio find(PortfolioQuery query) {
        Instant now = clock.instant();
        Due.Span soon = Due.SOON.span(now, calendars.in(query.zone()));
        return transactions.read(() -> {
            List<Sum> sums = reads.sums(query);
            var open = new OpenTasks(now, Objects.requireNonNull(soon.before()));
            reads.open(query).forEach(open::addHour);
            open.hoursToSplit().forEach(hour -> reads.openIn(hour, query).forEach(open::addTask));
            return new Portfolio(
                    engagements(sums), steps(sums, open), open.load(), funnel(sums), weeks(reads.days(query)));
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

    /** Returns the steps that have any figures. */
    private List<Portfolio.Step> steps(List<Sum> sums, OpenTasks open) {
        Map<StepId, Histogram> completed = new LinkedHashMap<>();
        of(Measure.COMPLETED, sums)
                .forEach(sum -> completed
                        .computeIfAbsent(new StepId(sum.processId(), sum.activityId()), step -> new Histogram())
                        .add(sum.bucket(), sum.number()));
        Map<StepId, String> names = new LinkedHashMap<>();
        steps.all().forEach(step -> names.put(new StepId(step.processId(), step.activityId()), step.name()));
        // Earlier models may have had other steps.
        Stream.concat(completed.keySet().stream(), open.steps().stream())
                .forEach(step -> names.putIfAbsent(step, step.activityId()));
        return names.entrySet().stream()
                .filter(step ->
                        completed.containsKey(step.getKey()) || open.steps().contains(step.getKey()))
                .map(step -> step(
                        step.getKey(),
                        step.getValue(),
                        open.of(step.getKey()),
                        completed.getOrDefault(step.getKey(), new Histogram())))
                .toList();
    }

    private static Portfolio.Step step(StepId id, String name, OpenTasks.Tally open, Histogram completed) {
        return new Portfolio.Step(
                id.processId(),
                id.activityId(),
                name,
                open.open(),
                open.overdue(),
                open.soon(),
                completed.size(),
                completed.percentile(0.5),
                completed.percentile(0.9));
    }

    private static List<Portfolio.Milestone> funnel(List<Sum> sums) {
        Map<String, Long> reached = new LinkedHashMap<>();
        reached.put(STARTED, of(Measure.STATUS, sums).mapToLong(Sum::number).sum());
        ConversationModel.MILESTONES.forEach(activity -> reached.put(activity, 0L));
        of(Measure.REACHED, sums)
                .forEach(sum -> reached.computeIfPresent(
                        sum.activityId(), (activity, engagements) -> engagements + sum.number()));
        return reached.entrySet().stream()
                .map(milestone -> new Portfolio.Milestone(milestone.getKey(), milestone.getValue()))
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
