package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Scenarios of releases: coverage, failures, and finished engagements that are kept as scenarios. */
abstract class ReleaseScenarioContract extends ReleaseTest {

    @Test
    void warnsOfChangedStepsWithoutAScenario() {
        JsonNode draft = drafted(VALUE, ">WD8<", ">WD7<");

        assertThat(draft.at("/scenarios/state").asText()).isEqualTo("DONE");
        assertThat(Answer.texts(draft.at("/scenarios/uncovered"), "elementId")).contains("deliverValueDiscussion");
        assertThat(draft.path("findings").toString()).contains("ningún escenario", "WARNING");
    }

    @Test
    void newFilesNeedScenarios() {
        String process = ModelFile.read(VALUE).replace("\"value-discussion\"", "\"other-discussion\"");
        String table = ModelFile.read("decisions/enterprise-eligibility.dmn");
        JsonNode uncovered = create(new Multipart()
                        .file("other-discussion.bpmn", process)
                        .file("decisions/other-eligibility.dmn", table))
                .assertStatus(201)
                .json()
                .at("/scenarios/uncovered");

        assertThat(Answer.texts(uncovered, "path"))
                .containsOnly("other-discussion.bpmn", "decisions/other-eligibility.dmn");
        assertThat(Answer.texts(uncovered, "elementId"))
                .contains("deliverValueDiscussion", "smeNeededToRequestSme", "largeEnterprise")
                .doesNotContain("", "other-discussion", "completeFtopTask");
    }

    @Test
    void failedScenariosBlockPublicationUnlessOverridden() {
        String wrong = ModelFile.read("scenarios/cubierto-por-enterprise.yaml")
                .replaceFirst("resultado: \\w+", "resultado: WITHDRAWN");
        var form = new Multipart().file("scenarios/falso.yaml", wrong);
        ModelFile.scenarios().stream()
                .filter(path -> !path.endsWith("cubierto-por-enterprise.yaml"))
                .forEach(path -> form.field("remove", path));
        long number = analyst()
                .send("POST", RELEASES, Multipart.CONTENT_TYPE, form.body())
                .assertStatus(201)
                .json()
                .path("number")
                .asLong();
        JsonNode scenarios = patiently()
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> release(number).path("scenarios"),
                        result -> result.path("state").asText().equals("DONE"));

        assertThat(scenarios.path("passed").asInt()).isOne();
        assertThat(scenarios.path("failed").asInt()).isOne();
        assertThat(publish(analyst(), number, "{\"migrate\": \"NONE\"}")
                        .assertProblem(409, "release-not-ready")
                        .json()
                        .path("blockers")
                        .toString())
                .contains("falla");
        String despite = "{\"migrate\": \"NONE\", \"despite\": \"Es falso\"}";
        publish(analyst(), number, despite).assertProblem(403, "forbidden");
        publish(anonymous().as("admin"), number, despite).assertStatus(200);
    }

    private Answer keep(long draft, String engagement) {
        return analyst()
                .post(RELEASES + "/" + draft + "/scenarios", "{\"engagementId\": \"%s\"}".formatted(engagement));
    }

    @Test
    void keepsAFinishedEngagementAsAnAnonymousScenario() {
        String id = started(Requests.valid());
        TaskForm.of(this, id, "scheduleConversation")
                .complete("manager", """
                        {"conversationAt": "%s", "itProfessional": "Ana <script>", "businessStakeholders": "Luis: 'x'",
                         "decisionMakers": "Eva"}""".formatted(
                                Instant.now().plus(Duration.ofDays(2)).plusSeconds(60)))
                .assertStatus(204);
        TaskForm.of(this, id, "conductConversation").complete("manager", """
                        {"partnerRequested": true, "changeKnowledge": "LOW", "changeInterest": "HIGH",
                         "resourcesShared": [], "notes": "Llamar a Ana"}""").assertStatus(204);
        awaitTask(id, "proposePartnerServices");
        long draft = drafted(VALUE, ">WD8<", ">WD7<").path("number").asLong();
        keep(draft, id).assertProblem(409, "scenario-not-kept");
        manager().withdraw(id, "Luis se va").assertStatus(200);
        patiently().until(() -> count("ACT_RU_EXECUTION where BUSINESS_KEY_ = ?", id) == 0);

        JsonNode kept = keep(draft, id).assertStatus(200).json();

        assertThat(files(kept)).containsEntry("scenarios/caso-terminado-1.yaml", "ADDED");
        String scenario = analyst()
                .get(RELEASES + "/" + draft + "/files/scenarios/caso-terminado-1.yaml")
                .body();
        assertThat(scenario)
                .contains("conversationAt: en 2 días", "itProfessional: Texto", "changeKnowledge: LOW", "retira: Texto")
                .contains("resultado: WITHDRAWN")
                .doesNotContain("Ana", "Luis", "Eva", "Contoso", id);
        patiently().until(() -> release(draft).at("/scenarios/state").asText().equals("DONE"));
        assertThat(release(draft).at("/scenarios/results"))
                .singleElement()
                .satisfies(result -> assertThat(result.path("message").asText()).isEmpty());
    }

    @Test
    void keptTasksOfTheConversationNameNoFtopTask() {
        String id = started(Requests.withoutKickoff());
        TaskForm.of(this, id, "completeEntryCriteria")
                .complete("manager", "{\"kickoffHeld\": true, \"benefitUnderstood\": true, \"resourcesClear\": true}")
                .assertStatus(204);
        awaitTask(id, "scheduleConversation");
        manager().withdraw(id, "Luis se va").assertStatus(200);
        patiently().until(() -> count("ACT_RU_EXECUTION where BUSINESS_KEY_ = ?", id) == 0);
        long draft = drafted(VALUE, ">WD8<", ">WD7<").path("number").asLong();

        keep(draft, id).assertStatus(200);

        assertThat(analyst()
                        .get(RELEASES + "/" + draft + "/files/scenarios/caso-terminado-1.yaml")
                        .body())
                .contains("completa: completeEntryCriteria")
                .doesNotContain("tarea:");
        patiently().until(() -> release(draft).at("/scenarios/state").asText().equals("DONE"));
        assertThat(release(draft).at("/scenarios/results"))
                .singleElement()
                .satisfies(result -> assertThat(result.path("message").asText()).isEmpty());
    }

    @Test
    void rejectsUnknownEngagementsAndPublishedReleases() {
        long draft = drafted(VALUE, ">WD8<", ">WD7<").path("number").asLong();
        String unknown = "00000000-0000-7000-8000-000000000000";

        keep(draft, unknown).assertProblem(404, "engagement-not-found");
        publish(analyst(), draft, "{\"migrate\": \"NONE\"}").assertStatus(200);
        keep(draft, unknown).assertProblem(409, "release-not-draft");
    }
}
