package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.acmconversation.contract.ApiClient.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.portfolio.PortfolioCount;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is due within a working day depends on the working days where the engagement is. */
abstract class DueSoonContract extends ContractTest {

    /** No other test has such engagements. */
    private static final String FILTER = "segment=NONPROFIT&service=SHAREPOINT";

    private static final String LIMA = "America/Lima";
    private static final String GUAYAQUIL = "America/Guayaquil";

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    TaskService taskService;

    @Autowired
    PortfolioCount portfolioCount;

    /** Nobody in Peru works until after Ecuador's next working day. */
    @BeforeEach
    void addCompanyDays() {
        LocalDate today = LocalDate.now(ZoneId.of(LIMA));
        today.plusDays(1)
                .datesUntil(nextInEcuador().plusDays(1))
                .forEach(day -> anonymous()
                        .as("admin")
                        .send(
                                "PUT",
                                "/api/holidays/PE/" + day,
                                JSON,
                                "{\"name\": \"Inventario\"}".getBytes(StandardCharsets.UTF_8))
                        .assertStatus(201));
    }

    @AfterEach
    void deleteCompanyDays() {
        database.update("delete from company_day");
        database.update("delete from moving_deadlines");
    }

    private LocalDate nextInEcuador() {
        return calendars.of("EC", GUAYAQUIL).nextWorkingDay(LocalDate.now(ZoneId.of(GUAYAQUIL)));
    }

    /** @param minutes after the end of a working day in Ecuador: in the hour of this end or the next, and later */
    @ParameterizedTest
    @ValueSource(ints = {30, 300})
    void whatIsDueSoonDependsOnTheEngagementsCountry(int minutes) {
        long before = dueSoonInPortfolio();
        String inPeru = startedIn("PE", LIMA, minutes);
        String inEcuador = startedIn("EC", GUAYAQUIL, minutes);

        assertThat(listed(inPeru, "SOON")).isOne();
        assertThat(listed(inPeru, "ON_TIME")).isZero();
        assertThat(listed(inEcuador, "SOON")).isZero();
        assertThat(listed(inEcuador, "ON_TIME")).isOne();
        assertThat(dueSoonInPortfolio()).isEqualTo(before + 1);

        anonymous().as("operator").post("/api/portfolio/rebuild", "").assertStatus(200);
        assertThat(dueSoonInPortfolio()).isEqualTo(before + 1);

        manager()
                .change(inPeru, "{\"country\": \"EC\", \"timeZone\": \"%s\"}".formatted(GUAYAQUIL))
                .assertStatus(200);
        assertThat(listed(inPeru, "SOON")).isZero();
        assertThat(dueSoonInPortfolio()).isEqualTo(before);
    }

    @Test
    void bulkAssignmentSelectsByTheEngagementsCountry() {
        String gone = "gone-" + UUID.randomUUID();
        String inPeru = taskOf(startedIn("PE", LIMA, 30), gone);
        String inEcuador = taskOf(startedIn("EC", GUAYAQUIL, 30), gone);

        assertThat(assigned(gone, "SOON")).containsExactly(inPeru);
        assertThat(assigned(gone, "ON_TIME")).containsExactly(inEcuador);
    }

    private String taskOf(String id, String assignee) {
        Task task = taskService.createTaskQuery().processInstanceBusinessKey(id).singleResult();
        database.update("update ACT_RU_TASK set ASSIGNEE_ = ? where ID_ = ?", assignee, task.getId());
        return task.getId();
    }

    /** Assigns a person's tasks that are due then, and returns their ids. */
    private List<String> assigned(String person, String due) {
        JsonNode result = anonymous()
                .as("lead")
                .post(
                        "/api/tasks/assignments",
                        Requests.object("{\"filter\": {\"assignee\": \"%s\", \"due\": \"%s\"}, \"to\": \"manager\"}"
                                .formatted(person, due)))
                .assertStatus(200)
                .json();
        assertThat(result.get("remaining").asInt()).isZero();
        return Answer.texts(result.get("results"), "taskId");
    }

    /** Starts an engagement with a task that is due some minutes more than a working day from now in Ecuador. */
    private String startedIn(String country, String timeZone, int minutes) {
        ObjectNode request = Requests.withoutKickoff()
                .put("segment", "NONPROFIT")
                .put("country", country)
                .put("timeZone", timeZone);
        request.putArray("services").add("SHAREPOINT");
        String id = started(request);
        awaitTask(id, "completeEntryCriteria");
        Task task = taskService.createTaskQuery().processInstanceBusinessKey(id).singleResult();
        Instant due = Instant.now()
                .atZone(ZoneId.of(GUAYAQUIL))
                .with(nextInEcuador())
                .plusMinutes(minutes)
                .toInstant();
        task.setDueDate(Date.from(due));
        taskService.saveTask(task);
        return id;
    }

    private int listed(String id, String due) {
        String externalId = read(id).get("externalId").asText();
        return manager()
                .get(ENGAGEMENTS + "?due=" + due + "&q=" + externalId)
                .assertStatus(200)
                .json()
                .get("totalItems")
                .asInt();
    }

    private long dueSoonInPortfolio() {
        patiently().until(() -> {
            portfolioCount.countAll();
            return count("portfolio_change") == 0;
        });
        long dueSoon = 0;
        for (var step : manager()
                .get("/api/portfolio?" + FILTER)
                .assertStatus(200)
                .json()
                .get("steps")) {
            dueSoon += step.get("dueSoon").asLong();
        }
        return dueSoon;
    }
}
