package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.engagement.Due;
import org.acmconversation.lanes.Generated;
import org.acmconversation.portfolio.PortfolioCount;
import org.acmconversation.process.FormValues;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code /api/portfolio}: its figures equal a count of all engagements. */
abstract class PortfolioContract extends ContractTest {

    @Autowired
    WorkingCalendars calendars;

    private static final String PORTFOLIO = "/api/portfolio";

    /** Services that few other tests use, to keep counting fast. */
    private static final List<String> SEGMENTS = List.of("GOVERNMENT", "NONPROFIT");

    private static final List<String> SERVICES = List.of("EXCHANGE", "TEAMS", "INTUNE");
    private static final List<String> INITIATIVES = List.of("RFA", "TARGETING", "CUSTOMER_HEALTH");

    /** On some days, the same time of the next working day is another moment. */
    private static final List<String> TIME_ZONES = List.of("Europe/Madrid", "Pacific/Kiritimati", "America/Tijuana");

    private static final List<String> FILTERS = List.of(
            "segment=GOVERNMENT",
            "segment=NONPROFIT",
            "segment=GOVERNMENT&service=TEAMS",
            "segment=GOVERNMENT&initiative=RFA",
            "segment=NONPROFIT&service=INTUNE&initiative=TARGETING");

    private static final int GENERATED = 16;
    private static final int GENERATED_AND_COUNTED = Generated.share(1_000, GENERATED);
    private static final int ROUNDS = 5;

    @Autowired
    PortfolioCount portfolioCount;

    @Autowired
    TaskService taskService;

    @Test
    @Tag("generated")
    void figuresMatchEngagementsAndTimelines() {
        generate(1, GENERATED_AND_COUNTED);

        assertFigures();
    }

    @Test
    void rebuildsCorrectFiguresDuringChanges() {
        generate(2);
        database.update("update portfolio_figure set number = number + 7");
        database.update("delete from portfolio_open");
        database.update("delete from portfolio_task");
        database.update("update portfolio_engagement set segment = 'SMB'");

        List<Answer> answers = atOnce(3, number -> {
            if (number == 0) {
                return rebuild();
            }
            generate(2 + number);
            return null;
        });

        assertThat(answers.get(0).assertStatus(200).json().get("engagements").asInt())
                .isPositive();
        assertFigures();
    }

    @Test
    void onlyOneRebuildRunsAtATime() {
        List<Answer> answers = atOnce(4, number -> rebuild());

        assertThat(answers).extracting(Answer::status).contains(200);
        answers.stream()
                .filter(answer -> answer.status() != 200)
                .forEach(answer -> answer.assertProblem(409, "rebuild-running"));
    }

    @Test
    void doesNotCountRolledBackStarts() {
        String existing = started(engagement(new Random(9)));
        countAll();
        JsonNode before = portfolio("");
        ObjectNode again = engagement(new Random(9));
        again.put("externalId", read(existing).get("externalId").asText());

        crm().start(again).assertProblem(409, "engagement-exists");
        countAll();

        assertThat(portfolio("").get("engagements")).isEqualTo(before.get("engagements"));
    }

    @Test
    void countsOpenTasksForEachRole() {
        generate(5);
        awaitIdle();
        countAll();

        Map<String, Integer> expected = new TreeMap<>();
        for (JsonNode item : items("segment=GOVERNMENT")) {
            for (JsonNode activity : item.get("currentActivities")) {
                activity.get("candidateGroups").forEach(group -> expected.merge(group.asText(), 1, Integer::sum));
            }
        }
        Map<String, Integer> load = new TreeMap<>();
        portfolio("segment=GOVERNMENT")
                .get("load")
                .forEach(role ->
                        load.put(role.get("role").asText(), role.get("open").asInt()));
        assertThat(load).isEqualTo(expected).isNotEmpty();
    }

    @Test
    void listSelectsTheEngagementsBehindAFigure() {
        String id = started(Requests.valid());
        JsonNode task = awaitTask(id, "scheduleConversation");
        String own = "q=" + read(id).get("externalId").asText();
        assertThat(listed(own + "&role=fasttrack-manager")).isOne();
        assertThat(listed(own + "&role=fasttrack-engineer")).isZero();
        assertThat(listed(own + "&completed=scheduleConversation")).isZero();

        taskService.complete(task.get("taskId").asText(), FormValues.valid("scheduleConversation"));
        manager().withdraw(id, "Gone").assertStatus(200);
        countAll();

        Instant now = Instant.now();
        assertThat(listed(own + "&completed=scheduleConversation")).isOne();
        assertThat(listed(own + "&completed=scheduleConversation&completedFrom=" + now.minusSeconds(3600)
                        + "&completedTo=" + now.plusSeconds(60)))
                .isOne();
        assertThat(listed(own + "&completed=scheduleConversation&completedFrom=" + now.plusSeconds(60)))
                .isZero();
        assertThat(listed(own + "&endedFrom=" + now.minusSeconds(3600) + "&endedTo=" + now.plusSeconds(60)))
                .isOne();
        assertThat(listed(own + "&endedTo=" + now.minusSeconds(3600))).isZero();
        manager().get(ENGAGEMENTS + "?completedFrom=" + now).assertInvalid("completedFrom");
    }

    @Test
    void filtersByStartDate() {
        started(engagement(new Random(10)));
        countAll();
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Madrid"));

        assertThat(portfolio("from=" + today.minusDays(1))
                        .at("/engagements/RUNNING")
                        .asInt())
                .isPositive();
        // Other tests backdate some engagements.
        JsonNode before = portfolio("to=" + today.minusYears(100));
        assertThat(before.at("/engagements/RUNNING").asInt()).isZero();
        assertThat(before.get("weeks")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "from=today, from",
        "from=2026-02-30, from",
        "from=%2B999999999-12-31, from",
        "to=2026-01-01T00:00:00Z, to",
        "from=2026-01-02&to=2026-01-02, to",
        "segment=HUGE, segment",
        "initiative=WORLD_PEACE, initiative",
        "service=%00, service",
        "segment=SMB&segment=CORPORATE, segment",
        "service=TEAMS&service=EXCHANGE, service"
    })
    void namesAnInvalidParameter(String query, String field) {
        manager().get(PORTFOLIO + "?" + query).assertInvalid(field);
    }

    /** The node may be counting already; nothing is counted twice. */
    private void countAll() {
        patiently().until(() -> {
            portfolioCount.countAll();
            return count("portfolio_change") == 0;
        });
    }

    private void assertFigures() {
        awaitIdle();
        countAll();
        assertThat(items(FILTERS.get(0))).hasSizeGreaterThan(GENERATED / 4);
        for (String filter : FILTERS) {
            assertFigures(filter);
        }
    }

    private void assertFigures(String filter) {
        JsonNode portfolio = portfolio(filter);
        List<JsonNode> items = items(filter);
        for (String status : List.of("RUNNING", "COMPLETED", "WITHDRAWN", "NOT_APPLICABLE")) {
            assertThat(portfolio.at("/engagements/" + status).asLong())
                    .as("%s: %s", filter, status)
                    .isEqualTo(items.stream()
                            .filter(item -> item.get("status").asText().equals(status))
                            .count());
        }
        Map<String, Integer> open = new TreeMap<>();
        Map<String, Integer> overdue = new TreeMap<>();
        Map<String, Integer> completed = new TreeMap<>();
        Map<String, Integer> reached = new TreeMap<>();
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
            Set<String> seen = new HashSet<>();
            for (JsonNode entry : manager()
                    .get(ENGAGEMENTS + "/" + item.get("id").asText() + "/timeline")
                    .json()) {
                if (entry.get("event").asText().equals("TASK_COMPLETED")) {
                    String id = entry.get("activityId").asText();
                    completed.merge(id, 1, Integer::sum);
                    if (seen.add(id)) {
                        reached.merge(id, 1, Integer::sum);
                    }
                }
            }
        }
        assertThat(numbers(portfolio, "open")).as(filter).isEqualTo(open);
        assertThat(numbers(portfolio, "overdue")).as(filter).isEqualTo(overdue);
        assertThat(numbers(portfolio, "dueSoon")).as(filter).isEqualTo(soon);
        assertThat(numbers(portfolio, "completed")).as(filter).isEqualTo(completed);
        for (JsonNode milestone : portfolio.get("funnel")) {
            String step = milestone.get("step").asText();
            assertThat(milestone.get("engagements").asInt())
                    .as("%s: %s", filter, step)
                    .isEqualTo(step.equals("STARTED") ? items.size() : reached.getOrDefault(step, 0));
            if (!step.equals("STARTED")) {
                assertThat(listed(filter + "&completed=" + step))
                        .as("%s: %s", filter, step)
                        .isEqualTo(reached.getOrDefault(step, 0));
            }
        }
        int ended = 0;
        for (JsonNode week : portfolio.get("weeks")) {
            ended += week.get("ended").asInt();
        }
        assertThat(ended).as(filter).isEqualTo((int)
                items.stream().filter(item -> item.get("endedAt").isTextual()).count());
    }

    /** Returns the number of engagements in a list. */
    private int listed(String filter) {
        return manager()
                .get(ENGAGEMENTS + "?size=1&" + filter)
                .assertStatus(200)
                .json()
                .get("totalItems")
                .asInt();
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

    /** Starts engagements of every kind and takes each along a different path. */
    private void generate(int seed) {
        generate(seed, GENERATED);
    }

    private void generate(int seed, int number) {
        var chance = new Random(seed);
        List<String> ids = new ArrayList<>();
        IntStream.range(0, number).forEach(each -> ids.add(started(engagement(chance))));
        for (int round = 0; round < ROUNDS; round++) {
            for (String id : ids) {
                advance(id, chance);
            }
        }
    }

    private void advance(String id, Random chance) {
        switch (chance.nextInt(8)) {
            case 0 -> manager().withdraw(id, "Not now");
            case 1 -> manager().change(id, "{\"segment\": \"%s\"}".formatted(of(SEGMENTS, chance)));
            case 2 -> manager().change(id, "{\"services\": [\"%s\"]}".formatted(of(SERVICES, chance)));
            case 3 ->
                task(id, chance).forEach(task -> {
                    task.setDueDate(Date.from(Instant.now().plus(Duration.ofHours(chance.nextInt(60) - 30))));
                    ignoringConflicts(() -> taskService.saveTask(task));
                });
            default ->
                task(id, chance)
                        .forEach(task -> ignoringConflicts(() ->
                                taskService.complete(task.getId(), FormValues.valid(task.getTaskDefinitionKey()))));
        }
    }

    /** Does nothing if a job has ended the task first. */
    private static void ignoringConflicts(Runnable change) {
        try {
            change.run();
        } catch (OptimisticLockingException conflict) {
            assertThat(conflict).hasMessageContaining("updated by another transaction");
        }
    }

    /** Returns one of the open tasks, if there are any. */
    private List<Task> task(String id, Random chance) {
        List<Task> tasks = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(id)
                .orderByTaskName()
                .asc()
                .list();
        return tasks.isEmpty() ? List.of() : List.of(of(tasks, chance));
    }

    private static ObjectNode engagement(Random chance) {
        ObjectNode request = chance.nextInt(10) == 0 ? Requests.coveredByEnterpriseProgram() : Requests.valid();
        if (chance.nextInt(3) == 0) {
            request.withObject("/entryCriteria").put("kickoffHeld", false);
        }
        request.put("segment", of(SEGMENTS, chance));
        request.putArray("services").add(SERVICES.get(0)).add(SERVICES.get(1 + chance.nextInt(2)));
        request.putArray("initiatives").add(of(INITIATIVES, chance));
        request.put("timeZone", of(TIME_ZONES, chance));
        return request;
    }

    private static <T> T of(List<T> values, Random chance) {
        return values.get(chance.nextInt(values.size()));
    }

    private List<JsonNode> items(String filter) {
        List<JsonNode> items = new ArrayList<>();
        int page = 0;
        JsonNode answer;
        do {
            answer = manager()
                    .get(ENGAGEMENTS + "?size=200&sort=externalId,asc&page=" + page++ + "&" + filter)
                    .assertStatus(200)
                    .json();
            answer.get("items").forEach(items::add);
        } while (items.size() < answer.get("totalItems").asInt());
        return items;
    }

    private JsonNode portfolio(String filter) {
        return anonymous()
                .as("operator")
                .get(PORTFOLIO + "?" + filter)
                .assertStatus(200)
                .json();
    }

    private Answer rebuild() {
        return anonymous().as("operator").post(PORTFOLIO + "/rebuild", "");
    }
}
