package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.portfolio.PortfolioCount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Country and time zone of an engagement, and due dates in its working days. */
abstract class CalendarContract extends ContractTest {

    private static final String CHILE = "America/Santiago";

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    PortfolioCount portfolioCount;

    private static ObjectNode in(String country, String timeZone) {
        return Requests.withoutKickoff().put("country", country).put("timeZone", timeZone);
    }

    private JsonNode task(String id) {
        return awaitTask(id, "completeEntryCriteria");
    }

    private Instant due(String id) {
        return Instant.parse(task(id).path("dueAt").asText());
    }

    private Instant expected(String id, String country, String timeZone, int days) {
        return calendars
                .of(country, timeZone)
                .closeAfter(Instant.parse(read(id).path("startedAt").asText()), days);
    }

    private List<Instant> timers(String id) {
        return database
                .queryForList(
                        "select DUEDATE_ from ACT_RU_JOB where HANDLER_TYPE_ like 'timer%' and PROCESS_INSTANCE_ID_ ="
                                + " (select PROC_INST_ID_ from ACT_RU_TASK where ID_ = ?) order by DUEDATE_",
                        Timestamp.class, task(id).path("taskId").asText())
                .stream()
                .map(Timestamp::toInstant)
                .toList();
    }

    @Test
    void defaultsToTheConfiguredCountryAndTimeZone() {
        JsonNode engagement = read(started(Requests.withoutKickoff()));

        assertThat(engagement.path("country").asText()).isEqualTo("ES");
        assertThat(engagement.path("timeZone").asText()).isEqualTo("Europe/Madrid");
    }

    @Test
    void dueDatesAndTimersUseTheEngagementsWorkingDays() {
        String id = started(in("CL", CHILE));

        assertThat(read(id).path("country").asText()).isEqualTo("CL");
        assertThat(due(id)).isEqualTo(expected(id, "CL", CHILE, 5));
        assertThat(due(id).atZone(ZoneId.of(CHILE)).getHour()).isEqualTo(18);
        Instant reminder = calendars
                .of("CL", CHILE)
                .before(due(id).atZone(ZoneId.of(CHILE)), 1)
                .toInstant();
        assertThat(timers(id)).containsExactly(reminder, due(id));
    }

    @Test
    void dueDatesAndTimersCountFromTheTasksCreation() {
        ObjectNode request = Requests.valid();
        String id = started(request.put("country", "MX").put("timeZone", "America/Mexico_City"));
        String task = awaitTask(id, "scheduleConversation").path("taskId").asText();
        Instant created = database.queryForObject(
                        "select CREATE_TIME_ from ACT_RU_TASK where ID_ = ?", Timestamp.class, task)
                .toInstant();
        var calendar = calendars.of("MX", "America/Mexico_City");

        assertThat(Instant.parse(
                        awaitTask(id, "scheduleConversation").path("dueAt").asText()))
                .isEqualTo(calendar.closeAfter(created, 3));
        assertThat(database
                        .queryForList(
                                "select DUEDATE_ from ACT_RU_JOB where HANDLER_TYPE_ like 'timer%' and"
                                        + " PROCESS_INSTANCE_ID_ = (select PROC_INST_ID_ from ACT_RU_TASK where ID_ = ?)"
                                        + " order by DUEDATE_",
                                Timestamp.class, task)
                        .stream()
                        .map(Timestamp::toInstant))
                .containsExactly(calendar.closeAfter(created, 2), calendar.closeAfter(created, 3));
    }

    @Test
    void changingTheTimeZoneMovesOpenDueDates() {
        String id = started(in("CL", CHILE));

        manager()
                .change(id, "{\"timeZone\": \"America/Punta_Arenas\", \"country\": \"AR\"}")
                .assertStatus(200);

        assertThat(read(id).path("country").asText()).isEqualTo("AR");
        assertThat(due(id)).isEqualTo(expected(id, "AR", "America/Punta_Arenas", 5));
        assertThat(timers(id)).hasSize(2).endsWith(due(id));
    }

    @Test
    void movedDueDatesReachThePortfolioAndNotifications() {
        String id = started(in("CL", CHILE));
        String task = task(id).path("taskId").asText();
        Instant before = due(id);
        database.update(
                "insert into notification (id, person, kind, matter, task_id, engagement_id, created_at)"
                        + " values (?, 'manager', 'OVERDUE', 'of the old date', ?, cast(? as uuid), current_timestamp)",
                UUID.randomUUID(),
                task,
                id);

        manager().change(id, "{\"timeZone\": \"America/Mexico_City\"}").assertStatus(200);

        assertThat(due(id)).isNotEqualTo(before);
        assertThat(count("notification where task_id = ?", task)).isZero();
        patiently().until(() -> {
            portfolioCount.countAll();
            return count("portfolio_change") == 0;
        });
        assertThat(database.queryForObject("select due_at from portfolio_task where task_id = ?", Timestamp.class, task)
                        .toInstant())
                .isEqualTo(due(id));
    }

    @Test
    void keepsManuallySetDueDates() {
        String id = started(in("CL", CHILE));
        set("due", "2099-12-01T10:00:00.000+0000", id);

        manager().change(id, "{\"country\": \"AR\"}").assertStatus(200);

        assertThat(due(id)).isEqualTo("2099-12-01T10:00:00Z");
    }

    @Test
    void movesDueDatesOfTasksWithAFollowUpDate() {
        String id = started(in("CL", CHILE));
        set("followUp", "2099-12-01T10:00:00.000+0000", id);

        manager().change(id, "{\"timeZone\": \"America/Mexico_City\"}").assertStatus(200);

        assertThat(due(id)).isEqualTo(expected(id, "CL", "America/Mexico_City", 5));
    }

    private void set(String field, String date, String engagement) {
        String path = "/engine-rest/task/" + task(engagement).path("taskId").asText();
        ObjectNode body = (ObjectNode) manager().get(path).assertStatus(200).json();
        body.put(field, date);
        manager()
                .send("PUT", path, JSON, body.toString().getBytes(StandardCharsets.UTF_8))
                .assertStatus(204);
    }

    @Test
    void namesInvalidMembers() {
        crm().start(in("XX", "Madrid")).assertInvalid("country", "timeZone");
        String id = started(in("CL", CHILE));
        manager().change(id, "{\"country\": \"Chile\"}").assertInvalid("country");
        manager().change(id, "{\"country\": null}").assertStatus(200);
        assertThat(read(id).path("country").asText()).isEqualTo("ES");
    }

    @Test
    void engagementPagesCountInWorkingDays() {
        String id = started(in("CL", CHILE));
        var session = new WebSession(port);
        session.logIn("manager");

        assertThat(session.open("/engagements/" + id).body()).contains("días laborables)", CHILE);
        assertThat(session.open("/engagements?q=" + read(id).path("externalId").asText())
                        .body())
                .contains("días laborables)");
        assertThat(session.open("/engagements/" + id + "/profile").body()).contains("value=\"CL\"", CHILE);
    }

    @Test
    void taskListsShowWorkingDaysAndCustomers() {
        String id = started(in("CL", CHILE));
        String customer = read(id).path("customer").path("name").asText();
        String externalId = read(id).path("externalId").asText();
        String task = task(id).path("taskId").asText();
        anonymous()
                .as("manager")
                .post("/engine-rest/task/" + task + "/claim", "{\"userId\": \"manager\"}")
                .assertStatus(204);
        var manager = new WebSession(port);
        manager.logIn("manager");
        var lead = new WebSession(port);
        lead.logIn("lead");

        String words = anonymous()
                .as("manager")
                .get("/tasks/due?id=" + task + "&id=none")
                .json()
                .path(task)
                .asText();
        assertThat(words).startsWith("vence el ").endsWith(" laborables)");
        assertThat(manager.open("/").body()).contains(words, customer);
        assertThat(lead.open("/assignments?assignee=manager").body()).contains(words, customer, externalId);
    }

    @Test
    void absencesPageShowsTheCustomersOfTasksTakenOver() {
        String id = started(in("CL", CHILE));
        String externalId = read(id).path("externalId").asText();
        String task = task(id).path("taskId").asText();
        database.update("update act_ru_task set assignee_ = 'manager', owner_ = 'partner' where id_ = ?", task);
        var partner = new WebSession(port);
        partner.logIn("partner");

        assertThat(partner.open("/me/absences").body()).contains("Mis tareas que llevan otras personas", externalId);
    }
}
