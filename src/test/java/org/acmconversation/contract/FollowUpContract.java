package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.acmconversation.contract.ApiClient.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

/** {@code /api/engagements/{id}/next-action} and {@code /api/engagements/{id}/notes}. */
abstract class FollowUpContract extends ContractTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Madrid"));

    private String id;
    private String externalId;

    @BeforeEach
    void startEngagement() {
        var request = Requests.withoutKickoff();
        externalId = request.path("externalId").asText();
        id = started(request);
    }

    private String path(String part) {
        return ENGAGEMENTS + "/" + id + "/" + part;
    }

    private Answer plan(ApiClient client, String body) {
        return client.send("PUT", path("next-action"), JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String action(String what, LocalDate date, String owner) {
        return "{\"action\": \"%s\", \"date\": \"%s\", \"owner\": \"%s\"}".formatted(what, date, owner);
    }

    private Answer note(ApiClient client, String body, String... headers) {
        return client.post(path("notes"), body, headers);
    }

    @Test
    void plansTheNextActionOfAnEngagement() {
        assertThat(read(id).path("nextAction").isNull()).isTrue();

        JsonNode planned = plan(manager(), action("Llamar", TODAY.plusDays(3), "partner"))
                .assertStatus(200)
                .json();
        assertThat(planned.fieldNames()).toIterable().containsExactly("action", "date", "owner");
        assertThat(read(id).path("nextAction")).isEqualTo(planned);

        plan(anonymous().as("lead"), "{\"action\": \"Escribir\", \"date\": \"%s\"}".formatted(TODAY))
                .assertStatus(200);
        assertThat(read(id).at("/nextAction/action").asText()).isEqualTo("Escribir");
        assertThat(read(id).at("/nextAction/owner").asText()).isEqualTo("lead");
        assertThat(events()).contains("NEXT_ACTION_PLANNED by manager", "NEXT_ACTION_PLANNED by lead");
    }

    private List<String> events() {
        List<String> events = new ArrayList<>();
        manager()
                .get(path("timeline"))
                .json()
                .forEach(entry -> events.add(entry.path("event").asText() + " by "
                        + entry.path("actor").asText()));
        return events;
    }

    @Test
    void notesRecordTheNextActionAtTheirTime() {
        plan(manager(), action("Llamar", TODAY, "manager")).assertStatus(200);
        String text = "Van bien 😀 <b>";

        JsonNode first = note(manager(), Requests.object("{}").put("text", text).toString())
                .assertStatus(201)
                .json();
        note(
                        anonymous().as("partner"),
                        "{\"text\": \"Sigue\", \"nextAction\": %s}"
                                .formatted(action("Enviar", TODAY.plusDays(1), "engineer")))
                .assertStatus(201);

        assertThat(first.path("text").asText()).isEqualTo(text);
        assertThat(first.at("/nextAction/action").asText()).isEqualTo("Llamar");
        JsonNode notes = crm().get(path("notes")).assertStatus(200).json();
        assertThat(Answer.texts(notes, "text")).containsExactly("Sigue", text);
        assertThat(read(id).at("/nextAction/owner").asText()).isEqualTo("engineer");
        assertThat(events()).contains("STATUS_NOTED by manager", "STATUS_NOTED by partner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2099-12-08", "2099-12-08T09:00:00+01:00"})
    void conversationFormSetsTheNextAction(String date) {
        id = started(Requests.valid());
        TaskForm.of(this, id, "scheduleConversation").complete("partner", """
                {"conversationAt": "2099-12-01T10:00+01:00", "itProfessional": "Ana", "businessStakeholders": "Luis",
                 "decisionMakers": "Eva"}""").assertStatus(204);
        String conducted = """
                {"partnerRequested": false, "changeKnowledge": "LOW", "changeInterest": "HIGH",
                 "resourcesShared": [], "nextAction": "Enviar el resumen", "nextActionDate": "%s"}""";
        TaskForm conversation = TaskForm.of(this, id, "conductConversation");

        conversation
                .complete("manager", conducted.formatted(TODAY.minusDays(3)))
                .assertStatus(400);
        conversation.complete("manager", conducted.formatted(date)).assertStatus(204);

        assertThat(read(id).path("nextAction"))
                .isEqualTo(Requests.object(action("Enviar el resumen", LocalDate.of(2099, 12, 8), "manager")));
    }

    @Test
    void notesAreDueEveryTwoWeeks() {
        JsonNode before = read(id);
        assertThat(between(before, "startedAt", "noteDueAt")).isEqualTo(Duration.ofDays(14));

        note(manager(), "{\"text\": \"Va bien\"}").assertStatus(201);

        assertThat(between(read(id), "lastNoteAt", "noteDueAt")).isEqualTo(Duration.ofDays(14));
        manager().withdraw(id, "No").assertStatus(200);
        assertThat(read(id).path("noteDueAt").isNull()).isTrue();
    }

    private static Duration between(JsonNode engagement, String from, String to) {
        return Duration.between(
                Instant.parse(engagement.path(from).asText()),
                Instant.parse(engagement.path(to).asText()));
    }

    @Test
    void filtersByMissingNotesAndActions() {
        assertThat(found("missing=ACTION")).isTrue();
        assertThat(found("missing=NOTE")).isFalse();
        database.update(
                "update engagement set started_at = ? where id = ?",
                Instant.now().minus(Duration.ofDays(15)).atOffset(ZoneOffset.UTC),
                UUID.fromString(id));
        assertThat(found("missing=NOTE")).isTrue();

        plan(manager(), action("Llamar", TODAY, "partner")).assertStatus(200);
        note(manager(), "{\"text\": \"Va bien\"}").assertStatus(201);

        assertThat(found("missing=NOTE")).isFalse();
        assertThat(found("missing=ACTION")).isFalse();
        assertThat(found("missing=ACTION_OVERDUE")).isFalse();
        assertThat(found("actionOwner=partner")).isTrue();
        assertThat(found("actionOwner=manager")).isFalse();
        database.update(
                "update follow_up set action_date = ? where engagement_id = ?",
                TODAY.minusDays(1),
                UUID.fromString(id));
        assertThat(found("missing=ACTION_OVERDUE&actionOwner=partner")).isTrue();
        assertThat(manager().get(ENGAGEMENTS + ".csv?q=" + externalId).body()).contains("nextActionDate", "Llamar");
    }

    @Test
    void daysEndInTheReadersTimeZone() {
        String furthestBehind = "Etc/GMT+12";
        plan(manager(), action("Llamar", TODAY.plusDays(1), "manager")).assertStatus(200);
        database.update(
                "update follow_up set action_date = ? where engagement_id = ?",
                LocalDate.now(ZoneId.of(furthestBehind)),
                UUID.fromString(id));

        assertThat(isOverdueIn(furthestBehind)).isFalse();
        assertThat(isOverdueIn("Pacific/Kiritimati")).isTrue();
        database.update("delete from person");
    }

    private boolean isOverdueIn(String timeZone) {
        manager()
                .send(
                        "PUT",
                        "/api/me",
                        JSON,
                        "{\"language\": \"es\", \"timeZone\": \"%s\"}"
                                .formatted(timeZone)
                                .getBytes(StandardCharsets.UTF_8))
                .assertStatus(200);
        return found("missing=ACTION_OVERDUE");
    }

    private boolean found(String query) {
        return manager()
                        .get(ENGAGEMENTS + "?q=" + externalId + "&" + query)
                        .assertStatus(200)
                        .json()
                        .path("totalItems")
                        .asInt()
                == 1;
    }

    @Test
    void rejectsInvalidRequests() {
        plan(manager(), "{}").assertInvalid("action", "date");
        plan(manager(), action(" ", TODAY, "manager")).assertInvalid("action");
        plan(manager(), action("Llamar", TODAY.minusDays(2), "manager")).assertInvalid("date");
        plan(manager(), action("Llamar", TODAY, "nobody")).assertInvalid("owner");
        note(manager(), "{}").assertInvalid("text");
        note(manager(), "{\"text\": \"Bien\", \"nextAction\": {\"action\": \"x\"}}")
                .assertInvalid("nextAction.date");
        note(
                        manager(),
                        "{\"text\": \"Bien\", \"nextAction\": %s}"
                                .formatted(action("x", TODAY.minusDays(2), "manager")))
                .assertInvalid("nextAction.date");
        assertThat(manager().get(path("notes")).json()).isEmpty();
        manager().get(ENGAGEMENTS + "/" + UUID.randomUUID() + "/notes").assertProblem(404, "engagement-not-found");
        manager().withdraw(id, "No").assertStatus(200);
        plan(manager(), action("Llamar", TODAY, "manager")).assertProblem(409, "engagement-ended");
        note(manager(), "{\"text\": \"Bien\"}").assertProblem(409, "engagement-ended");
    }

    @Test
    void repeatedRequestsAddOneNote() {
        String key = UUID.randomUUID().toString();

        List<Answer> answers = atOnce(4, number -> note(manager(), "{\"text\": \"Once\"}", "Idempotency-Key", key));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(manager().get(path("notes")).json()).hasSize(1);
    }

    @Test
    void pagesShowNotesAndNextAction() {
        plan(manager(), action("Enviar <el> resumen", TODAY.plusDays(2), "partner"))
                .assertStatus(200);
        note(manager(), "{\"text\": \"Va muy bien\"}").assertStatus(201);
        var session = new WebSession(port);
        session.logIn("manager");

        assertThat(session.open("/engagements/" + id).body())
                .contains(
                        "Enviar &lt;el&gt; resumen",
                        "Va muy bien",
                        "Última nota",
                        "manager local escribió cómo va el caso.");
        assertThat(session.open("/engagements?q=" + externalId).body()).contains("Enviar &lt;el&gt; resumen");
        assertThat(session.open("/engagements/" + id + "/follow-up").body()).contains("Va muy bien", "partner local");
    }

    @Test
    void aNoteThatComesTooLateIsShownAgain() {
        var session = new WebSession(port);
        session.logIn("manager");
        Map<String, String> fields = fields(session.open("/engagements/" + id + "/follow-up"));
        fields.put("text", "Va <bien>");
        manager().withdraw(id, "No").assertStatus(200);

        assertThat(session.submit("/engagements/" + id + "/follow-up", fields).body())
                .contains("El caso ya ha terminado", "Va &lt;bien&gt;</textarea>");
    }

    @Test
    void aNoteKeepsTheOwnerWhoHasLeft() {
        plan(manager(), action("Llamar", TODAY.plusDays(2), "partner")).assertStatus(200);
        database.update("update follow_up set action_owner = 'gone' where engagement_id = ?", UUID.fromString(id));
        var session = new WebSession(port);
        session.logIn("manager");

        assertThat(session.open("/engagements/" + id + "/follow-up").body())
                .containsPattern("<option value=\"gone\"[^>]* selected");
    }

    @Test
    void aNoteKeepsTheNextActionThatSomebodyElseHasPlannedMeanwhile() {
        plan(manager(), action("Llamar", TODAY.plusDays(2), "partner")).assertStatus(200);
        var session = new WebSession(port);
        session.logIn("manager");
        Map<String, String> fields = fields(session.open("/engagements/" + id + "/follow-up"));
        plan(manager(), action("Enviar el resumen", TODAY.plusDays(3), "manager"))
                .assertStatus(200);

        fields.put("text", "Va bien");
        fields.put("nextAction.owner", fields.get("seen.nextAction.owner"));
        assertThat(session.submit("/engagements/" + id + "/follow-up", fields).statusCode())
                .isEqualTo(302);

        JsonNode notes = manager().get(path("notes")).json();
        assertThat(notes).hasSize(1);
        assertThat(notes.get(0).at("/nextAction/action").asText()).isEqualTo("Enviar el resumen");
    }

    @Test
    void aFormThatIsSubmittedTwiceAddsOneNote() {
        var session = new WebSession(port);
        session.logIn("manager");
        Map<String, String> fields = fields(session.open("/engagements/" + id + "/follow-up"));
        fields.put("text", "Va bien");
        fields.put("nextAction.action", "Llamar");
        fields.put("nextAction.date", TODAY.plusDays(2).toString());
        fields.put("nextAction.owner", "manager");

        for (int click = 0; click < 2; click++) {
            assertThat(session.submit("/engagements/" + id + "/follow-up", fields)
                            .statusCode())
                    .isEqualTo(302);
        }

        assertThat(manager().get(path("notes")).json()).hasSize(1);
    }

    /** The input fields of a page's forms as they are. */
    private static Map<String, String> fields(HttpResponse<String> page) {
        Map<String, String> fields = new HashMap<>();
        Pattern.compile("<input [^>]*name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"")
                .matcher(page.body())
                .results()
                .forEach(field -> fields.put(field.group(1), HtmlUtils.htmlUnescape(field.group(2))));
        return fields;
    }
}
