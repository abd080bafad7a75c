package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.calendar.WorkingCalendars;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code POST /api/engagements/{id}/conversation}. */
abstract class ConversationContract extends ContractTest {

    private static final String STEP = "conductConversation";
    private static final Instant FIRST = Instant.parse("2099-12-01T09:00:00Z");
    private static final Instant SECOND = Instant.parse("2099-12-15T09:00:00Z");

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    ManagementService managementService;

    @Autowired
    IdentityService identityService;

    private String scheduled() {
        String id = started(Requests.valid());
        TaskForm.of(this, id, "scheduleConversation").complete("partner", """
                {"conversationAt": "2099-12-01T10:00+01:00", "itProfessional": "Ana", "businessStakeholders": "Luis",
                 "decisionMakers": "Eva"}""").assertStatus(204);
        awaitTask(id, STEP);
        return id;
    }

    private static Answer reschedule(ApiClient client, String id, Object at) {
        return client.post(ENGAGEMENTS + "/" + id + "/conversation", "{\"at\": \"%s\"}".formatted(at));
    }

    private Instant due(String id) {
        return Instant.parse(awaitTask(id, STEP).path("dueAt").asText());
    }

    private String taskId(String id) {
        return awaitTask(id, STEP).path("taskId").asText();
    }

    private List<Instant> timers(String id) {
        return database
                .queryForList(
                        "select DUEDATE_ from ACT_RU_JOB where HANDLER_TYPE_ like 'timer%' and PROCESS_INSTANCE_ID_ ="
                                + " (select PROC_INST_ID_ from ACT_RU_TASK where ID_ = ?) order by DUEDATE_",
                        Timestamp.class, taskId(id))
                .stream()
                .map(Timestamp::toInstant)
                .toList();
    }

    private Instant reminder(Instant at) {
        var calendar = calendars.of(null, null);
        return calendar.before(at.atZone(calendar.zone()), 1).toInstant();
    }

    @Test
    void movesTaskAndTimersToTheNewTime() {
        String id = scheduled();
        String task = taskId(id);
        assertThat(due(id)).isEqualTo(FIRST);
        assertThat(timers(id)).containsExactly(reminder(FIRST), FIRST);

        JsonNode answer = reschedule(manager(), id, "2099-12-15T10:00+01:00")
                .assertStatus(200)
                .json();

        assertThat(answer).isEqualTo(read(id));
        assertThat(due(id)).isEqualTo(SECOND);
        assertThat(timers(id)).containsExactly(reminder(SECOND), SECOND);
        assertThat(taskId(id)).isEqualTo(task);
        assertThat(managementService.createJobQuery().withException().count()).isZero();
    }

    @Test
    void rejectsADateWithoutATime() {
        String id = scheduled();

        assertThat(reschedule(manager(), id, "2099-12-15").assertInvalid("at").message("at"))
                .isEqualTo("must be a time such as 2026-01-31T08:00:00Z");
    }

    @Test
    void workersAndLeadsMayReschedule() {
        String id = scheduled();
        Instant at = SECOND;
        for (String user : List.of("manager", "engineer", "partner", "lead", "admin")) {
            at = at.plus(1, ChronoUnit.DAYS);
            reschedule(anonymous().as(user), id, at).assertStatus(200);
            assertThat(due(id)).as(user).isEqualTo(at);
        }
    }

    @Test
    void recordsReschedulingInTimelineAndAuditTrail() {
        String id = scheduled();

        reschedule(manager(), id, SECOND).assertStatus(200);
        reschedule(manager(), id, SECOND).assertStatus(200);

        List<JsonNode> entries = new ArrayList<>();
        manager().get(ENGAGEMENTS + "/" + id + "/timeline").json().forEach(entry -> {
            if (entry.path("event").asText().equals("CONVERSATION_RESCHEDULED")) {
                entries.add(entry);
            }
        });
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).path("actor").asText()).isEqualTo("manager");
        assertThat(entries.get(0).at("/detail/at").asText()).isEqualTo(SECOND.toString());
        assertThat(entries.get(0).at("/detail/previousAt").asText()).isEqualTo(FIRST.toString());
        JsonNode audited = anonymous()
                .as("admin")
                .get("/api/audit?engagementId=" + id + "&action=engagement.reschedule")
                .assertStatus(200)
                .json()
                .path("items");
        assertThat(audited).hasSize(1);
        assertThat(audited.at("/0/detail/at").asText()).isEqualTo(SECOND.toString());
    }

    @Test
    void restartsFiredRemindersAndResetsEscalation() {
        String id = scheduled();
        String task = taskId(id);
        database.update(
                "update ACT_RU_TASK set DUE_DATE_ = ? where ID_ = ?",
                Timestamp.from(Instant.now().minus(1, ChronoUnit.HOURS)),
                task);
        managementService
                .createJobQuery()
                .timers()
                .processInstanceId(database.queryForObject(
                        "select PROC_INST_ID_ from ACT_RU_TASK where ID_ = ?", String.class, task))
                .list()
                .forEach(timer -> managementService.executeJob(timer.getId()));
        assertThat(timers(id)).isEmpty();
        assertThat(priority(task)).isGreaterThan(50);

        reschedule(manager(), id, SECOND).assertStatus(200);

        assertThat(timers(id)).containsExactly(reminder(SECOND), SECOND);
        assertThat(priority(task)).isEqualTo(50);
    }

    private int priority(String task) {
        return database.queryForObject("select PRIORITY_ from ACT_RU_TASK where ID_ = ?", Integer.class, task);
    }

    @Test
    void doesNotRepeatRemindersInThePast() {
        String id = scheduled();
        String instance = database.queryForObject(
                "select PROC_INST_ID_ from ACT_RU_TASK where ID_ = ?", String.class, taskId(id));
        managementService.createJobQuery().timers().processInstanceId(instance).list().stream()
                .filter(timer -> timer.getDuedate().toInstant().equals(reminder(FIRST)))
                .forEach(timer -> managementService.executeJob(timer.getId()));
        Instant soon = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

        reschedule(manager(), id, soon).assertStatus(200);

        assertThat(timers(id)).containsExactly(soon);
    }

    private void setDue(String id, String due) {
        String path = "/engine-rest/task/" + taskId(id);
        var body = (ObjectNode) manager().get(path).assertStatus(200).json();
        body.put("due", due);
        manager()
                .send("PUT", path, ApiClient.JSON, body.toString().getBytes(StandardCharsets.UTF_8))
                .assertStatus(204);
    }

    @Test
    void keepsRemindersOffDaysOffWhenADueDateIsSetByHand() {
        String id = scheduled();
        Instant monday = Instant.parse("2099-12-07T09:00:00Z");

        setDue(id, "2099-12-07T09:00:00.000+0000");

        assertThat(timers(id)).containsExactly(Instant.parse("2099-12-04T09:00:00Z"), monday);

        setDue(id, "2099-12-10T09:00:00.000+0000");

        assertThat(timers(id))
                .containsExactly(Instant.parse("2099-12-09T09:00:00Z"), Instant.parse("2099-12-10T09:00:00Z"));
    }

    @Test
    void overridesManuallySetDueDates() {
        String id = scheduled();
        setDue(id, "2099-11-30T10:00:00.000+0000");

        reschedule(manager(), id, SECOND).assertStatus(200);

        assertThat(due(id)).isEqualTo(SECOND);
    }

    @Test
    void invitationFollowsTheConversation() {
        String id = scheduled();
        assertThat(invitation(id)).containsEntry("sequence", 0).containsEntry("canceled", false);

        reschedule(manager(), id, SECOND).assertStatus(200);
        assertThat(invitation(id)).containsEntry("sequence", 1).containsEntry("canceled", false);

        manager().withdraw(id, "No").assertStatus(200);
        assertThat(invitation(id)).containsEntry("sequence", 2).containsEntry("canceled", true);
    }

    @Test
    void invitesTheSchedulerIfTheAccountHasAnAddress() {
        setEmail("partner@fasttrack.example");
        try {
            String id = scheduled();

            assertThat(database.queryForMap(
                            "select address, person from call_invitation_recipient where engagement_id = ?",
                            UUID.fromString(id)))
                    .containsEntry("address", "partner@fasttrack.example")
                    .containsEntry("person", "partner");
        } finally {
            setEmail(null);
        }
    }

    private void setEmail(String email) {
        User partner = identityService.createUserQuery().userId("partner").singleResult();
        partner.setEmail(email);
        identityService.saveUser(partner);
    }

    @Test
    void acceptsOnlyKnownInvitees() {
        String id = started(Requests.valid());
        TaskForm task = TaskForm.of(this, id, "scheduleConversation");
        String fields = """
                {"conversationAt": "2099-12-01T10:00+01:00", "itProfessional": "Ana", "businessStakeholders": "Luis",
                 "decisionMakers": "Eva", "invitees": "%s"}""";

        task.complete("partner", fields.formatted("EVERYBODY")).assertStatus(400);
        task.complete("partner", fields.formatted("FASTTRACK_AND_CUSTOMER")).assertStatus(204);

        assertThat(database.queryForObject(
                        "select with_customer from call_invitation where engagement_id = ?",
                        Boolean.class,
                        UUID.fromString(id)))
                .isTrue();
    }

    private Map<String, Object> invitation(String id) {
        return database.queryForMap(
                "select sequence, canceled from call_invitation where engagement_id = ?", UUID.fromString(id));
    }

    @Test
    void laterFormsShowTheNewTime() {
        String id = scheduled();
        reschedule(manager(), id, SECOND).assertStatus(200);

        String form = manager()
                .get("/engine-rest/task/" + taskId(id) + "/form-variables?deserializeValues=false")
                .assertStatus(200)
                .body();

        assertThat(form).contains("15/12/2099").doesNotContain("conversationAt\\\":\\\"martes, 1 de diciembre");
    }

    @Test
    void reschedulesOnlyScheduledConversationsNotYetHeld() {
        String early = started(Requests.valid());
        awaitTask(early, "scheduleConversation");
        refused(() -> reschedule(manager(), early, SECOND)).assertProblem(409, "conversation-not-scheduled");

        String held = scheduled();
        TaskForm.of(this, held, STEP).complete("manager", """
                        {"partnerRequested": true, "changeKnowledge": "LOW", "changeInterest": "HIGH",
                         "resourcesShared": []}""").assertStatus(204);
        refused(() -> reschedule(manager(), held, SECOND)).assertProblem(409, "conversation-held");

        manager().withdraw(early, "No").assertStatus(200);
        refused(() -> reschedule(manager(), early, SECOND)).assertProblem(409, "engagement-ended");
        reschedule(manager(), UUID.randomUUID().toString(), SECOND).assertProblem(404, "engagement-not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | at",
                "{\"at\": null} | at",
                "{\"at\": \"2020-01-01T10:00:00Z\"} | at",
                "{\"at\": \"2200-01-01T00:00:00Z\"} | at",
                "{\"at\": \"2099-12-01T10:00\"} | at",
                "{\"at\": \"tomorrow\"} | at",
                "{\"at\": 4099680000} | at",
                "{\"at\": \"2099-12-01T10:00:00Z\", \"why\": \"x\"} | why",
                "[] | body"
            })
    void namesInvalidMembers(String body, String field) {
        String id = started(Requests.withoutKickoff());

        refused(() -> manager().post(ENGAGEMENTS + "/" + id + "/conversation", body))
                .assertInvalid(field);
    }

    @Test
    void concurrentReschedulingLeavesOneTime() {
        String id = scheduled();

        List<Answer> answers = atOnce(8, i -> reschedule(manager(), id, SECOND.plus(i, ChronoUnit.DAYS)));

        assertThat(answers).allSatisfy(answer -> answer.assertStatus(200));
        Instant due = due(id);
        assertThat(timers(id)).containsExactly(reminder(due), due);
        awaitTask(id, STEP);
    }

    @Test
    void pageOffersReschedulingOnceScheduled() {
        String id = started(Requests.valid());
        awaitTask(id, "scheduleConversation");
        var session = new WebSession(port);
        session.logIn("engineer");
        String link = "/engagements/" + id + "/conversation";
        assertThat(session.open("/engagements/" + id).body()).doesNotContain(link);
        assertThat(session.open(link).statusCode()).isEqualTo(302);
        assertThat(session.open("/engagements/" + id).body()).contains("La llamada aún no tiene hora");

        String scheduled = scheduled();

        assertThat(session.open("/engagements/" + scheduled).body())
                .contains("/engagements/" + scheduled + "/conversation", "Reprogramar la llamada");
        assertThat(session.open("/engagements/" + scheduled + "/conversation").body())
                .contains("value=\"2099-12-01T10:00\"", "Hora de Europe/Madrid");
    }
}
