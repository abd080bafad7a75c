package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.acmconversation.contract.ApiClient.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.acmconversation.calendar.WorkingCalendars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasks are handed over from one person to another over {@code /engine-rest}, as in Tasklist. */
abstract class HandOverContract extends ContractTest {

    private static final String TASKS = "/engine-rest/task/";

    private static final String CRITERIA = """
            {"variables": {"kickoffHeld": {"value": true}, "benefitUnderstood": {"value": true},
                           "resourcesClear": {"value": true}}}""";

    /** The date format of the engine's REST API. */
    private static final DateTimeFormatter ENGINE_DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    @Autowired
    WorkingCalendars calendars;

    private String engagement;
    private String task;

    private void startAt(ObjectNode request, String activity) {
        engagement = started(request);
        task = awaitTask(engagement, activity).path("taskId").asText();
    }

    private Answer claim(String user) {
        return anonymous().as(user).post(TASKS + task + "/claim", "{\"userId\": \"%s\"}".formatted(user));
    }

    private Answer assign(String user, String receiver) {
        String body = receiver == null ? "{\"userId\": null}" : "{\"userId\": \"%s\"}".formatted(receiver);
        return anonymous().as(user).post(TASKS + task + "/assignee", body);
    }

    private String assignee() {
        return anonymous().as("admin").get(TASKS + task).json().path("assignee").asText(null);
    }

    /** Creates an account for a manager whose password is its name. */
    private String colleague() {
        String name = "colleague" + UUID.randomUUID().toString().replace("-", "");
        ApiClient admin = anonymous().as("admin");
        admin.post(
                        "/engine-rest/user/create",
                        "{\"profile\": {\"id\": \"%1$s\"}, \"credentials\": {\"password\": \"%1$s\"}}".formatted(name))
                .assertStatus(204);
        admin.send("PUT", "/engine-rest/group/fasttrack-manager/members/" + name, JSON, new byte[0])
                .assertStatus(204);
        return name;
    }

    private List<String> timeline() {
        return StreamSupport.stream(
                        manager()
                                .get(ENGAGEMENTS + "/" + engagement + "/timeline")
                                .json()
                                .spliterator(),
                        false)
                .filter(entry -> entry.path("event").asText().startsWith("TASK_"))
                .map(entry -> "%s by %s to %s from %s"
                        .formatted(
                                entry.path("event").asText(),
                                entry.path("actor").asText(),
                                entry.at("/detail/assignee").asText("nobody"),
                                entry.at("/detail/previousAssignee").asText("nobody")))
                .toList();
    }

    @Test
    void managersAssignReclaimAndReleaseTasks() {
        startAt(Requests.withoutKickoff(), "completeEntryCriteria");
        String colleague = colleague();
        claim("manager").assertStatus(204);

        assign("manager", colleague).assertStatus(204);
        assertThat(assignee()).isEqualTo(colleague);
        assign("manager", "manager").assertStatus(204);
        assertThat(assignee()).isEqualTo("manager");
        assign(colleague, null).assertStatus(204);
        assertThat(assignee()).isNull();

        assertThat(timeline())
                .containsExactly(
                        "TASK_CLAIMED by manager to manager from nobody",
                        "TASK_ASSIGNED by manager to %s from manager".formatted(colleague),
                        "TASK_CLAIMED by manager to manager from " + colleague,
                        "TASK_UNCLAIMED by %s to nobody from manager".formatted(colleague));
    }

    @Test
    void listsPossibleReceivers() {
        startAt(Requests.withoutKickoff(), "completeEntryCriteria");
        String colleague = colleague();
        String receivers = "/api/tasks/" + task + "/receivers";

        List<String> ids =
                Answer.texts(manager().get(receivers).assertStatus(200).json(), "id");

        assertThat(ids).contains("manager", colleague).doesNotContain("engineer", "partner", "admin");
        assertThat(Answer.texts(anonymous().as("admin").get(receivers).json(), "name"))
                .contains("manager local");
    }

    @Test
    void rejectsReceiversOutsideTheCandidateGroup() {
        startAt(Requests.withoutKickoff(), "completeEntryCriteria");

        for (String stranger : List.of("engineer", "analyst", "nobody")) {
            Answer answer = refused(() -> assign("manager", stranger));

            answer.assertStatus(400);
            assertThat(answer.json().path("message").asText()).contains(stranger, "fasttrack-manager");
        }
        assertThat(assignee()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "engineer"})
    void onlyManagersReassignTasks(String user) {
        startAt(Requests.valid(), "scheduleConversation");
        claim("manager").assertStatus(204);

        refused(() -> assign(user, user)).assertStatus(403);
        refused(() -> assign(user, null)).assertStatus(403);

        assertThat(assignee()).isEqualTo("manager");
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form", "resolve"})
    void onlyTheAssigneeCompletesATask(String action) {
        startAt(Requests.withoutKickoff(), "completeEntryCriteria");
        claim("manager").assertStatus(204);
        String colleague = colleague();

        for (String user : List.of(colleague, "admin")) {
            Answer answer = refused(() -> anonymous().as(user).post(TASKS + task + "/" + action, CRITERIA));

            answer.assertStatus(409);
            assertThat(answer.json().path("message").asText())
                    .contains("Completar las entradas clave", "manager")
                    .doesNotContain(task);
        }

        assign(colleague, colleague).assertStatus(204);
        anonymous().as(colleague).post(TASKS + task + "/" + action, CRITERIA).assertStatus(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "admin"})
    void settingDatesMovesTheTimers(String user) {
        startAt(Requests.withoutKickoff(), "completeEntryCriteria");
        ObjectNode body = taskAs(user);
        OffsetDateTime due = OffsetDateTime.parse(body.path("due").asText(), ENGINE_DATE);
        String later = due.plusDays(30).format(ENGINE_DATE);
        List<Timestamp> timers = timers();

        put(user, body.put("due", later).put("followUp", later)).assertStatus(204);

        JsonNode saved = taskAs(user);
        assertThat(saved.path("due").asText()).isEqualTo(later);
        assertThat(saved.path("followUp").asText()).isEqualTo(later);
        assertThat(timers).hasSize(2);
        assertThat(timers())
                .containsExactly(
                        Timestamp.from(calendars.of(null, null).onWorkingDay(later(timers.get(0)))),
                        Timestamp.from(later(timers.get(1))));
        assertThat(timeline()).containsExactly("TASK_RESCHEDULED by %s to nobody from nobody".formatted(user));
    }

    private static Instant later(Timestamp timer) {
        return timer.toInstant().plus(Duration.ofDays(30));
    }

    @Test
    void aLaterDueDateRestartsTheTimersThatHaveFired() {
        startAt(Requests.withoutKickoff(), "completeEntryCriteria");
        List<Timestamp> timers = timers();
        fireTimers();
        ObjectNode body = taskAs("manager");
        assertThat(body.path("priority").asInt()).isEqualTo(80);
        OffsetDateTime due = OffsetDateTime.parse(body.path("due").asText(), ENGINE_DATE);

        put("manager", body.put("due", due.plusDays(30).format(ENGINE_DATE))).assertStatus(204);

        assertThat(timers())
                .containsExactly(
                        Timestamp.from(calendars.of(null, null).onWorkingDay(later(timers.get(0)))),
                        Timestamp.from(later(timers.get(1))));
        assertThat(taskAs("manager").path("priority").asInt()).isEqualTo(50);
    }

    @Test
    void aReminderThatStaysInThePastKeepsItsPriority() {
        startAt(Requests.withoutKickoff(), "completeEntryCriteria");
        fireTimers();
        OffsetDateTime soon = OffsetDateTime.now(ZoneOffset.UTC).plusHours(1).truncatedTo(ChronoUnit.SECONDS);

        put("manager", taskAs("manager").put("due", soon.format(ENGINE_DATE))).assertStatus(204);

        assertThat(timers()).containsExactly(Timestamp.from(soon.toInstant()));
        assertThat(taskAs("manager").path("priority").asInt()).isEqualTo(60);
    }

    private void fireTimers() {
        database.queryForList(
                        "select ID_ from ACT_RU_JOB where PROCESS_INSTANCE_ID_ ="
                                + " (select PROC_INST_ID_ from ACT_RU_TASK where ID_ = ?)",
                        String.class,
                        task)
                .forEach(job -> anonymous()
                        .as("admin")
                        .post("/engine-rest/job/" + job + "/execute", "{}")
                        .assertStatus(204));
        assertThat(timers()).isEmpty();
    }

    @Test
    void repeatedEntryTaskKeepsItsDueDateAndTimers() {
        startAt(Requests.withoutKickoff(), "completeEntryCriteria");
        String due = taskAs("manager").path("due").asText();
        List<Timestamp> timers = timers();
        String before = task;

        manager()
                .post(TASKS + task + "/complete", CRITERIA.replaceFirst("true", "false"))
                .assertStatus(204);

        task = awaitTask(engagement, "completeEntryCriteria").path("taskId").asText();
        assertThat(task).isNotEqualTo(before);
        assertThat(taskAs("manager").path("due").asText()).isEqualTo(due);
        assertThat(timers()).hasSize(2).isEqualTo(timers);
    }

    @Test
    void managersChangeOnlyDatesAndOthersNothing() {
        startAt(Requests.valid(), "scheduleConversation");
        String later = "2099-12-01T10:00:00.000+0000";

        refused(() -> put("manager", taskAs("manager").put("name", "Otro nombre")))
                .assertStatus(403);
        refused(() -> put("manager", taskAs("manager").put("priority", 99))).assertStatus(403);
        refused(() -> put(
                        "manager", taskAs("manager").put("assignee", "partner").put("due", later)))
                .assertStatus(403);
        refused(() -> put("partner", taskAs("manager").put("due", later))).assertStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2099-02-31T10:00:00.000+0000", "2099-31-12T10:00:00.000+0000"})
    void rejectsNonexistentDates(String date) {
        startAt(Requests.withoutKickoff(), "completeEntryCriteria");

        refused(() -> put("manager", taskAs("manager").put("due", date))).assertStatus(400);
        refused(() -> manager().post("/engine-rest/task", "{\"dueBefore\": \"%s\"}".formatted(date)))
                .assertStatus(400);
    }

    private ObjectNode taskAs(String user) {
        return (ObjectNode)
                anonymous().as(user).get(TASKS + task).assertStatus(200).json();
    }

    private Answer put(String user, ObjectNode body) {
        return anonymous()
                .as(user)
                .send("PUT", TASKS + task, JSON, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<Timestamp> timers() {
        return database.queryForList(
                "select DUEDATE_ from ACT_RU_JOB where PROCESS_INSTANCE_ID_ ="
                        + " (select PROC_INST_ID_ from ACT_RU_TASK where ID_ = ?) order by DUEDATE_",
                Timestamp.class,
                task);
    }
}
