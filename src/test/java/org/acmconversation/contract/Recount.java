package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.engagement.Due;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.jspecify.annotations.Nullable;

/**
 * Counts the portfolio's figures again: engagements and steps from the API's lists and timelines, completed tasks and
 * their durations from the engine's history. To be used while nothing changes.
 */
class Recount {

    private static final String PORTFOLIO = "/api/portfolio";

    private final ApiClient service;
    private final HistoryService historyService;
    private final WorkingCalendars calendars;

    /** By engagement; read once, since all filters and periods count the same engagements. */
    private final Map<String, JsonNode> timelines = new HashMap<>();

    private final Map<String, List<HistoricTaskInstance>> completedTasks = new HashMap<>();

    Recount(ApiClient service, HistoryService historyService, WorkingCalendars calendars) {
        this.service = service;
        this.historyService = historyService;
        this.calendars = calendars;
    }

    /** Days in UTC; the last is not included. */
    record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

        boolean contains(String moment) {
            LocalDate day = LocalDate.ofInstant(Instant.parse(moment), ZoneOffset.UTC);
            return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
        }

        String query() {
            return (from == null ? "" : "&from=" + from) + (to == null ? "" : "&to=" + to);
        }
    }

    /** Compares the portfolio of a filter and a period with its engagements. */
    void assertFigures(String filter, Period period) {
        String about = filter + period.query();
        JsonNode portfolio = portfolio(filter + period.query());
        List<JsonNode> items = items(filter);
        List<JsonNode> started = items.stream()
                .filter(item -> period.contains(item.get("startedAt").asText()))
                .toList();
        for (String status : List.of("RUNNING", "COMPLETED", "WITHDRAWN", "NOT_APPLICABLE")) {
            assertThat(portfolio.at("/engagements/" + status).asLong())
                    .as("%s: %s", about, status)
                    .isEqualTo(started.stream()
                            .filter(item -> item.get("status").asText().equals(status))
                            .count());
        }
        assertOpenTasks(about, portfolio, items);
        assertDurations(about, portfolio, items, period);
        assertTimelines(filter, period, portfolio, items);
        assertWeeks(about, portfolio, items, period);
    }

    private void assertOpenTasks(String about, JsonNode portfolio, List<JsonNode> items) {
        Map<String, Integer> open = new TreeMap<>();
        Map<String, Integer> overdue = new TreeMap<>();
        Map<String, Integer> soon = new TreeMap<>();
        Instant now = Instant.now();
        for (JsonNode item : items) {
            Instant soonEnds = Due.SOON
                    .span(
                            now,
                            calendars.of(
                                    item.get("country").asText(),
                                    item.get("timeZone").asText()))
                    .before();
            for (JsonNode activity : item.get("currentActivities")) {
                if (activity.get("taskId").isTextual()) {
                    String id = activity.get("activityId").asText();
                    open.merge(id, 1, Integer::sum);
                    Instant due = Instant.parse(activity.get("dueAt").asText());
                    if (due.isBefore(now)) {
                        overdue.merge(id, 1, Integer::sum);
                    } else if (due.isBefore(soonEnds)) {
                        soon.merge(id, 1, Integer::sum);
                    }
                }
            }
        }
        assertThat(numbers(portfolio, "open")).as(about).isEqualTo(open);
        assertThat(numbers(portfolio, "overdue")).as(about).isEqualTo(overdue);
        assertThat(numbers(portfolio, "dueSoon")).as(about).isEqualTo(soon);
    }

    private void assertDurations(String about, JsonNode portfolio, List<JsonNode> items, Period period) {
        Map<String, List<Long>> durations = new TreeMap<>();
        for (JsonNode item : items) {
            completedTasks.computeIfAbsent(item.get("id").asText(), this::readCompletedTasks).stream()
                    .filter(task ->
                            period.contains(task.getEndTime().toInstant().toString()))
                    .forEach(task -> durations
                            .computeIfAbsent(task.getTaskDefinitionKey(), step -> new ArrayList<>())
                            .add(Duration.between(
                                            task.getStartTime().toInstant(),
                                            task.getEndTime().toInstant())
                                    .toSeconds()));
        }
        for (JsonNode step : portfolio.get("steps")) {
            List<Long> all = durations.getOrDefault(step.get("activityId").asText(), new ArrayList<>());
            Collections.sort(all);
            assertPercentile(about, step.get("medianSeconds"), all, 0.5);
            assertPercentile(about, step.get("p90Seconds"), all, 0.9);
        }
    }

    private List<HistoricTaskInstance> readCompletedTasks(String engagement) {
        return historyService
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(engagement)
                .taskDeleteReason("completed")
                .list();
    }

    /** Histograms are accurate to a twentieth. */
    private static void assertPercentile(String about, JsonNode figure, List<Long> sorted, double share) {
        if (sorted.isEmpty()) {
            assertThat(figure.isNull()).as(about).isTrue();
            return;
        }
        long exact = sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        assertThat(figure.asLong()).as("%s: %s of %s", about, share, sorted).isCloseTo(exact, within(exact / 20 + 1));
    }

    /** Counts completed tasks and reached milestones in the timelines. */
    private void assertTimelines(String filter, Period period, JsonNode portfolio, List<JsonNode> items) {
        Map<String, Integer> completed = new TreeMap<>();
        Map<String, Integer> reached = new TreeMap<>();
        int started = 0;
        for (JsonNode item : items) {
            boolean isStarted = period.contains(item.get("startedAt").asText());
            started += isStarted ? 1 : 0;
            Set<String> seen = new HashSet<>();
            for (JsonNode entry : timelines.computeIfAbsent(item.get("id").asText(), this::readTimeline)) {
                String step = entry.get("activityId").asText();
                if (entry.get("event").asText().equals("TASK_COMPLETED")) {
                    if (period.contains(entry.get("at").asText())) {
                        completed.merge(step, 1, Integer::sum);
                    }
                    if (isStarted && seen.add(step)) {
                        reached.merge(step, 1, Integer::sum);
                    }
                }
            }
        }
        reached.put("STARTED", started);
        assertThat(numbers(portfolio, "completed")).as(filter + period.query()).isEqualTo(completed);
        for (JsonNode milestone : portfolio.get("funnel")) {
            String step = milestone.get("step").asText();
            String listed = filter
                    + (step.equals("STARTED") ? "" : "&completed=" + step)
                    + period.query().replaceAll("(\\d{4}-\\d\\d-\\d\\d)", "$1T00:00:00Z");
            assertThat(milestone.get("engagements").asInt())
                    .as(listed)
                    .isEqualTo(reached.getOrDefault(step, 0))
                    .isEqualTo(listed(listed));
        }
    }

    private JsonNode readTimeline(String engagement) {
        return service.as("manager")
                .get(ENGAGEMENTS + "/" + engagement + "/timeline")
                .json();
    }

    private static void assertWeeks(String about, JsonNode portfolio, List<JsonNode> items, Period period) {
        Map<String, String> expected = new TreeMap<>();
        Map<String, Integer> started = byWeek(items, "startedAt", period);
        Map<String, Integer> ended = byWeek(items, "endedAt", period);
        Stream.concat(started.keySet().stream(), ended.keySet().stream())
                .forEach(week -> expected.put(
                        week, started.getOrDefault(week, 0) + " started, " + ended.getOrDefault(week, 0) + " ended"));
        Map<String, String> weeks = new TreeMap<>();
        portfolio
                .get("weeks")
                .forEach(week -> weeks.put(
                        week.get("week").asText(),
                        week.get("started").asText() + " started, "
                                + week.get("ended").asText() + " ended"));
        assertThat(weeks).as(about).isEqualTo(expected);
    }

    private static Map<String, Integer> byWeek(List<JsonNode> items, String moment, Period period) {
        Map<String, Integer> weeks = new TreeMap<>();
        items.stream()
                .filter(item -> item.get(moment).isTextual())
                .map(item -> item.get(moment).asText())
                .filter(period::contains)
                .map(at -> DateTimeFormatter.ofPattern("YYYY-'W'ww", Locale.GERMANY)
                        .withZone(ZoneOffset.UTC)
                        .format(Instant.parse(at)))
                .forEach(week -> weeks.merge(week, 1, Integer::sum));
        return weeks;
    }

    private static Map<String, Integer> numbers(JsonNode portfolio, String member) {
        Map<String, Integer> numbers = new TreeMap<>();
        for (JsonNode step : portfolio.get("steps")) {
            if (step.get(member).asInt() != 0) {
                numbers.put(step.get("activityId").asText(), step.get(member).asInt());
            }
        }
        return numbers;
    }

    /** Returns the number of engagements in a list. */
    int listed(String filter) {
        return service.as("manager")
                .get(ENGAGEMENTS + "?size=1&" + filter)
                .assertStatus(200)
                .json()
                .get("totalItems")
                .asInt();
    }

    List<JsonNode> items(String filter) {
        List<JsonNode> items = new ArrayList<>();
        int page = 0;
        JsonNode answer;
        do {
            answer = service.as("manager")
                    .get(ENGAGEMENTS + "?size=200&sort=externalId,asc&page=" + page++ + "&" + filter)
                    .assertStatus(200)
                    .json();
            answer.get("items").forEach(items::add);
        } while (items.size() < answer.get("totalItems").asInt());
        return items;
    }

    JsonNode portfolio(String filter) {
        return service.as("operator")
                .get(PORTFOLIO + "?" + filter)
                .assertStatus(200)
                .json();
    }
}
