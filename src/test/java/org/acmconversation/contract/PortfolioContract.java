package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.lanes.Generated;
import org.acmconversation.portfolio.PortfolioCount;
import org.acmconversation.process.FormValues;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * {@code /api/portfolio}: its figures equal a count of all engagements, and durations those of the engine's history.
 */
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

    /** In days. */
    private static final int LONG_AGO = 40;

    @Autowired
    PortfolioCount portfolioCount;

    @Autowired
    TaskService taskService;

    @Autowired
    HistoryService historyService;

    @Test
    @Tag("generated")
    void figuresMatchEngagementsTimelinesAndHistoryEvenAfterARebuild() {
        generate(1, GENERATED_AND_COUNTED);
        assertFigures();

        rebuild().assertStatus(200);

        assertFigures();
    }

    @Test
    void rebuildsCorrectFiguresDuringChanges() {
        generate(2);
        database.update("update portfolio_figure set number = number + 7");
        database.update("delete from portfolio_open");
        database.update("update portfolio_open_at_place set number = number + 7");
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
        JsonNode before = recount().portfolio("");
        ObjectNode again = engagement(new Random(9));
        again.put("externalId", read(existing).get("externalId").asText());

        crm().start(again).assertProblem(409, "engagement-exists");
        countAll();

        assertThat(recount().portfolio("").get("engagements")).isEqualTo(before.get("engagements"));
    }

    @Test
    void countsOpenTasksForEachRole() {
        generate(5);
        awaitIdle();
        countAll();

        Map<String, Integer> expected = new TreeMap<>();
        for (JsonNode item : recount().items("segment=GOVERNMENT")) {
            for (JsonNode activity : item.get("currentActivities")) {
                activity.get("candidateGroups").forEach(group -> expected.merge(group.asText(), 1, Integer::sum));
            }
        }
        Map<String, Integer> load = new TreeMap<>();
        recount()
                .portfolio("segment=GOVERNMENT")
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
        assertThat(recount().listed(own + "&role=fasttrack-manager")).isOne();
        assertThat(recount().listed(own + "&role=fasttrack-engineer")).isZero();
        assertThat(recount().listed(own + "&completed=scheduleConversation")).isZero();

        taskService.complete(task.get("taskId").asText(), FormValues.valid("scheduleConversation"));
        manager().withdraw(id, "Gone").assertStatus(200);
        countAll();

        Instant now = Instant.now();
        assertThat(recount().listed(own + "&completed=scheduleConversation")).isOne();
        assertThat(recount()
                        .listed(own + "&completed=scheduleConversation&completedFrom=" + now.minusSeconds(3600)
                                + "&completedTo=" + now.plusSeconds(60)))
                .isOne();
        assertThat(recount().listed(own + "&completed=scheduleConversation&completedFrom=" + now.plusSeconds(60)))
                .isZero();
        assertThat(recount().listed(own + "&endedFrom=" + now.minusSeconds(3600) + "&endedTo=" + now.plusSeconds(60)))
                .isOne();
        assertThat(recount().listed(own + "&endedTo=" + now.minusSeconds(3600))).isZero();
        manager().get(ENGAGEMENTS + "?completedFrom=" + now).assertInvalid("completedFrom");
    }

    @Test
    void filtersByStartDate() {
        started(engagement(new Random(10)));
        countAll();
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Madrid"));

        assertThat(recount()
                        .portfolio("from=" + today.minusDays(1))
                        .at("/engagements/RUNNING")
                        .asInt())
                .isPositive();
        // Other tests backdate some engagements.
        JsonNode before = recount().portfolio("to=" + today.minusYears(100));
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
        Recount recount = recount();
        assertThat(recount.items(FILTERS.get(0))).hasSizeGreaterThan(GENERATED / 4);
        for (String filter : FILTERS) {
            recount.assertFigures(filter, new Recount.Period(null, null));
        }
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        recount.assertFigures(FILTERS.get(0), new Recount.Period(today.minusDays(1), null));
        recount.assertFigures(FILTERS.get(0), new Recount.Period(today.minusDays(LONG_AGO + 1), today.minusDays(1)));
    }

    /** Starts engagements of every kind and takes each along a different path. */
    private void generate(int seed) {
        generate(seed, GENERATED);
    }

    private void generate(int seed, int number) {
        var chance = new Random(seed);
        List<String> ids = new ArrayList<>();
        IntStream.range(0, number).forEach(each -> ids.add(startedBefore(chance)));
        for (int round = 0; round < ROUNDS; round++) {
            for (String id : ids) {
                advance(id, chance);
            }
        }
    }

    /** Starts an engagement; a third of them long ago, so that a period selects some. */
    private String startedBefore(Random chance) {
        String id = started(engagement(chance));
        if (chance.nextInt(3) == 0) {
            database.update(
                    "update engagement set started_at = ? where id = ?",
                    OffsetDateTime.now(ZoneOffset.UTC).minusDays(LONG_AGO),
                    UUID.fromString(id));
            database.update("insert into portfolio_change (engagement_id) values (?)", UUID.fromString(id));
        }
        return id;
    }

    private Recount recount() {
        return new Recount(anonymous(), historyService, calendars);
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
                task(id, chance).forEach(task -> {
                    makeOlder(task, Duration.ofSeconds((long) Math.exp(chance.nextInt(14))));
                    ignoringConflicts(
                            () -> taskService.complete(task.getId(), FormValues.valid(task.getTaskDefinitionKey())));
                });
        }
    }

    /** Makes a task wait for somebody since an earlier time, so that steps take from seconds to days. */
    private void makeOlder(Task task, Duration age) {
        Timestamp created = Timestamp.from(task.getCreateTime().toInstant().minus(age));
        database.update("update ACT_RU_TASK set CREATE_TIME_ = ? where ID_ = ?", created, task.getId());
        database.update("update ACT_HI_TASKINST set START_TIME_ = ? where ID_ = ?", created, task.getId());
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

    private Answer rebuild() {
        return anonymous().as("operator").post(PORTFOLIO + "/rebuild", "");
    }
}
