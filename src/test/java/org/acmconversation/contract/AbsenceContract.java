package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.absence.Absences;
import org.acmconversation.absence.Absences.Gap;
import org.acmconversation.security.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code /api/absences}, and what substitutes do: {@code /api/me/substitution}. */
abstract class AbsenceContract extends ContractTest {

    @Autowired
    Absences absences;

    private static final String ABSENCES = "/api/absences";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Madrid"));

    @BeforeEach
    @AfterEach
    void deleteAbsences() {
        database.update("delete from absence");
        database.update("delete from person");
    }

    private static ObjectNode absence(LocalDate from, LocalDate until) {
        return Requests.object("{}").put("from", from.toString()).put("until", until.toString());
    }

    private ApiClient as(String user) {
        return anonymous().as(user);
    }

    private Answer add(String user, ObjectNode absence) {
        return as(user).post(ABSENCES, absence);
    }

    @Test
    void createsReadsChangesAndDeletesAnAbsence() {
        Answer added = add(
                        "manager",
                        absence(TODAY.plusDays(7), TODAY.plusDays(14))
                                .put("substitute", "partner")
                                .put("note", "Vacaciones"))
                .assertStatus(201);
        String path = added.header("Location");

        assertThat(path).isEqualTo(ABSENCES + "/" + added.id());
        assertThat(added.json().fieldNames())
                .toIterable()
                .containsExactly("id", "person", "from", "until", "substitute", "note");
        assertThat(added.json().path("person").asText()).isEqualTo("manager");
        assertThat(manager().get(path).assertStatus(200).json()).isEqualTo(added.json());
        assertThat(manager().get(ABSENCES).json()).containsExactly(added.json());

        JsonNode changed = patch(
                        "manager", added.id(), "{\"substitute\": null, \"until\": \"%s\"}".formatted(TODAY.plusDays(9)))
                .assertStatus(200)
                .json();
        assertThat(changed.path("substitute").isNull()).isTrue();
        assertThat(changed.path("until").asText()).isEqualTo(TODAY.plusDays(9).toString());
        assertThat(changed.path("note").asText()).isEqualTo("Vacaciones");

        manager().send("DELETE", path, ApiClient.JSON, new byte[0]).assertStatus(204);
        manager().get(path).assertProblem(404, "absence-not-found");
    }

    private Answer patch(String user, String id, String body) {
        return as(user).send(
                        "PATCH", ABSENCES + "/" + id, ApiClient.MERGE_PATCH, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void onlyLeadsAndAdministratorsSeeAbsencesOfOthers() {
        ObjectNode managers = absence(TODAY, TODAY.plusDays(1)).put("person", "manager");
        add("partner", managers.deepCopy()).assertProblem(403, "forbidden");
        Answer entered = add("lead", managers.deepCopy()).assertStatus(201);

        for (String user : List.of("lead", "admin")) {
            assertThat(as(user).get(ABSENCES).json()).as(user).containsExactly(entered.json());
            assertThat(as(user).get(ABSENCES + "?person=engineer").json())
                    .as(user)
                    .isEmpty();
        }
        assertThat(as("partner").get(ABSENCES).json()).isEmpty();
        as("partner").get(ABSENCES + "?person=manager").assertProblem(403, "forbidden");
        as("partner").get(ABSENCES + "/" + entered.id()).assertProblem(404, "absence-not-found");
        patch("partner", entered.id(), "{\"note\": \"Mine\"}").assertProblem(404, "absence-not-found");
        patch("manager", entered.id(), "{\"person\": \"partner\"}").assertProblem(403, "forbidden");
        as("partner")
                .send("DELETE", ABSENCES + "/" + entered.id(), ApiClient.JSON, new byte[0])
                .assertProblem(404, "absence-not-found");
        as("manager")
                .send("DELETE", ABSENCES + "/" + entered.id(), ApiClient.JSON, new byte[0])
                .assertStatus(204);
    }

    @Test
    void namesInvalidMembers() {
        add("manager", Requests.object("{}")).assertInvalid("from", "until");
        add("manager", absence(TODAY, TODAY.withYear(10_000))).assertInvalid("until");
        add("manager", Requests.object("{\"from\": \"soon\", \"until\": \"2026-02-30\"}"))
                .assertInvalid("from", "until");
        add("manager", absence(TODAY.plusDays(2), TODAY.plusDays(2))).assertInvalid("until");
        add("manager", absence(TODAY.minusDays(9), TODAY.minusDays(2))).assertInvalid("until");
        add("manager", absence(TODAY, TODAY.plusDays(2)).put("substitute", "nobody"))
                .assertInvalid("substitute");
        add("manager", absence(TODAY, TODAY.plusDays(2)).put("substitute", "analyst"))
                .assertInvalid("substitute");
        add("manager", absence(TODAY, TODAY.plusDays(2)).put("substitute", "manager"))
                .assertInvalid("substitute");
        for (String cannotTakeOver : List.of("lead", "admin")) {
            add("manager", absence(TODAY, TODAY.plusDays(2)).put("substitute", cannotTakeOver))
                    .assertInvalid("substitute");
        }
        add("lead", absence(TODAY, TODAY.plusDays(2)).put("person", "nobody")).assertInvalid("person");
        add("manager", absence(TODAY, TODAY.plusDays(2)).put("days", 2)).assertInvalid("days");
        manager().get(ABSENCES + "/" + UUID.randomUUID()).assertProblem(404, "absence-not-found");
    }

    @Test
    void rejectsOverlappingButAllowsAdjacentAbsences() {
        Answer first = add("manager", absence(TODAY, TODAY.plusDays(5))).assertStatus(201);

        Answer overlap =
                add("manager", absence(TODAY.plusDays(4), TODAY.plusDays(6))).assertProblem(409, "absence-overlaps");
        assertThat(overlap.json().path("id").asText()).isEqualTo(first.id());
        assertThat(Answer.texts(overlap.json().path("errors"), "field")).containsExactly("from");
        add("manager", absence(TODAY.plusDays(5), TODAY.plusDays(6))).assertStatus(201);
        add("partner", absence(TODAY.plusDays(4), TODAY.plusDays(6))).assertStatus(201);
    }

    @Test
    void rejectsConcurrentlyCreatedCircles() {
        List<String> people = List.of("manager", "partner", "engineer");

        List<Answer> answers = atOnce(
                3,
                number -> add(
                        people.get(number),
                        absence(TODAY, TODAY.plusDays(3)).put("substitute", people.get((number + 1) % people.size()))));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 201, 409);
        answers.stream()
                .filter(answer -> answer.status() == 409)
                .forEach(answer -> assertThat(Answer.texts(
                                answer.assertProblem(409, "substitution-circle")
                                        .json()
                                        .path("errors"),
                                "field"))
                        .containsExactly("substitute"));
    }

    @Test
    void tellsWhoseSubstituteIsAbsentToo() {
        LocalDate until = TODAY.plusDays(5);
        String covered = add("partner", absence(TODAY, until).put("substitute", "engineer"))
                .assertStatus(201)
                .id();
        String uncovered = add("manager", absence(TODAY, until).put("substitute", "partner"))
                .assertStatus(201)
                .id();
        assertThat(gaps()).isEmpty();

        add("engineer", absence(until.minusDays(1), until.plusDays(1))).assertStatus(201);
        assertThat(gaps()).containsOnly(entry(UUID.fromString(covered), Gap.ABSENT));

        database.update("update absence set substitute = 'departed' where person = 'manager'");
        assertThat(gaps()).containsEntry(UUID.fromString(uncovered), Gap.GONE);
    }

    private Map<UUID, Gap> gaps() {
        return absences.gaps(absences.of(new Caller("lead", List.of("fasttrack-lead")), null));
    }

    @Test
    void repeatedRequestsCreateOneAbsence() {
        String key = UUID.randomUUID().toString();
        ObjectNode body = absence(TODAY, TODAY.plusDays(3));

        List<Answer> answers = atOnce(4, number -> manager().post(ABSENCES, body, "Idempotency-Key", key));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(count("absence")).isEqualTo(1);
    }

    @Test
    void absencesEndInThePersonsTimeZone() {
        String kiritimati = "{\"language\": \"es\", \"timeZone\": \"Pacific/Kiritimati\"}";
        String pagoPago = "{\"language\": \"es\", \"timeZone\": \"Pacific/Pago_Pago\"}";
        LocalDate there = LocalDate.now(ZoneId.of("Pacific/Kiritimati"));
        as("manager").send("PUT", "/api/me", ApiClient.JSON, pagoPago.getBytes(StandardCharsets.UTF_8));
        add("manager", absence(there.minusDays(2), there).put("substitute", "partner"))
                .assertStatus(201);
        assertThat(absentees("partner")).containsExactly("manager");

        as("manager").send("PUT", "/api/me", ApiClient.JSON, kiritimati.getBytes(StandardCharsets.UTF_8));

        assertThat(absentees("partner")).isEmpty();
        assertThat(manager().get(ABSENCES).json()).isEmpty();
    }

    private List<String> absentees(String user) {
        return Answer.texts(substitution(user).path("absentees"), "person");
    }

    private JsonNode substitution(String user) {
        return as(user).get("/api/me/substitution").assertStatus(200).json();
    }

    private String engagement;
    private String task;

    private void managersTask() {
        engagement = started(Requests.valid());
        task = awaitTask(engagement, "scheduleConversation").path("taskId").asText();
        manager()
                .post("/engine-rest/task/" + task + "/claim", "{\"userId\": \"manager\"}")
                .assertStatus(204);
    }

    private Answer substitute(String user, String method) {
        return as(user).send(method, "/api/tasks/" + task + "/substitution", ApiClient.JSON, new byte[0]);
    }

    private JsonNode engineTask() {
        return as("admin").get("/engine-rest/task/" + task).json();
    }

    private List<String> timeline() {
        List<String> lines = new ArrayList<>();
        manager()
                .get(ApiClient.ENGAGEMENTS + "/" + engagement + "/timeline")
                .json()
                .forEach(entry -> {
                    if (entry.path("event").asText().startsWith("TASK_")) {
                        lines.add("%s by %s for %s"
                                .formatted(
                                        entry.path("event").asText(),
                                        entry.path("actor").asText(),
                                        entry.at("/detail/owner").asText("themselves")));
                    }
                });
        return lines;
    }

    @Test
    void substituteTakesOverATaskAndItsOwnerReclaimsIt() {
        managersTask();
        substitute("partner", "PUT").assertProblem(404, "task-not-found");
        add("manager", absence(TODAY, TODAY.plusDays(2)).put("substitute", "partner"))
                .assertStatus(201);
        assertThat(Answer.texts(substitution("partner").at("/absentees/0/tasks"), "id"))
                .contains(task);
        substitute("engineer", "PUT").assertProblem(404, "task-not-found");

        substitute("partner", "PUT").assertStatus(204);
        substitute("partner", "PUT").assertStatus(204);

        assertThat(engineTask().path("assignee").asText()).isEqualTo("partner");
        assertThat(engineTask().path("owner").asText()).isEqualTo("manager");
        assertThat(Answer.texts(substitution("manager").path("takenOver"), "id"))
                .contains(task);
        substitute("partner", "DELETE").assertProblem(404, "task-not-found");

        substitute("manager", "DELETE").assertStatus(204);

        assertThat(engineTask().path("assignee").asText()).isEqualTo("manager");
        assertThat(engineTask().path("owner").isNull()).isTrue();
        assertThat(timeline())
                .containsExactly(
                        "TASK_CLAIMED by manager for themselves",
                        "TASK_CLAIMED by partner for manager",
                        "TASK_CLAIMED by manager for themselves");
    }

    @Test
    void historyShowsForWhomASubstituteActed() {
        managersTask();
        add("manager", absence(TODAY, TODAY.plusDays(2)).put("substitute", "partner"))
                .assertStatus(201);
        substitute("partner", "PUT").assertStatus(204);

        TaskForm.of(this, engagement, "scheduleConversation")
                .complete("partner", """
                {"conversationAt": "2099-12-01T10:00+01:00", "itProfessional": "Ana", "businessStakeholders": "Luis",
                 "decisionMakers": "Eva"}""")
                .assertStatus(204);

        assertThat(timeline()).contains("TASK_COMPLETED by partner for manager");
        var session = new WebSession(port);
        session.logIn("manager");
        assertThat(session.open("/engagements/" + engagement).body())
                .contains("partner local por manager local reclamó", "partner local por manager local completó");
    }

    @Test
    void returningATaskToItsQueueEndsTheSubstitution() {
        managersTask();
        add("manager", absence(TODAY, TODAY.plusDays(2)).put("substitute", "partner"))
                .assertStatus(201);
        substitute("partner", "PUT").assertStatus(204);

        as("partner").post("/engine-rest/task/" + task + "/unclaim", "{}").assertStatus(204);
        assertThat(engineTask().path("owner").isNull()).isTrue();

        as("partner")
                .post("/engine-rest/task/" + task + "/claim", "{\"userId\": \"partner\"}")
                .assertStatus(204);
        assertThat(engineTask().path("owner").isNull()).isTrue();
        assertThat(timeline()).endsWith("TASK_CLAIMED by partner for themselves");
    }
}
