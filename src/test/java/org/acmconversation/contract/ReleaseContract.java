package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /api/releases}: drafts, their checks and changes, publication and rollback. */
abstract class ReleaseContract extends ReleaseTest {

    private static List<String> texts(JsonNode list, String member) {
        return Answer.texts(list, member);
    }

    @Test
    void theModelsOfTheJarAreTheFirstRelease() {
        JsonNode items = analyst().get(RELEASES).assertStatus(200).json().path("items");
        JsonNode first = items.get(items.size() - 1);

        assertThat(first.path("state").asText()).isEqualTo("PUBLISHED");
        assertThat(first.path("active").asBoolean()).isTrue();
        assertThat(first.path("base").isNull()).isTrue();
        assertThat(first.path("author").asText()).isEqualTo("system");
        assertThat(first.path("sha256").asText()).hasSize(64);
        assertThat(release(first.path("number").asLong()).path("findings")).isEmpty();
    }

    @Test
    void aDraftIsTheBaseWithTheFilesThatWereSent() {
        JsonNode draft = drafted(VALUE, ">WD8<", ">WD7<");

        assertThat(draft.path("state").asText()).isEqualTo("DRAFT");
        assertThat(draft.path("active").asBoolean()).isFalse();
        assertThat(draft.path("author").asText()).isEqualTo("analyst");
        assertThat(errors(draft)).isEmpty();
        Map<String, String> files = files(draft);
        assertThat(files).containsEntry(VALUE, "CHANGED").containsEntry(CATALOG, "SAME");
        assertThat(release(draft.path("number").asLong())).isEqualTo(draft);
    }

    @Test
    void aBareNameIsTheFileOfTheBaseThatHasIt() {
        JsonNode draft = create(new Multipart()
                        .file("ftop-catalog.dmn", ModelFile.changed(CATALOG, "\"4094\"", "\"5000\""))
                        .field("comment", "Nueva tarea"))
                .assertStatus(201)
                .json();

        assertThat(files(draft)).containsEntry(CATALOG, "CHANGED").doesNotContainKey("ftop-catalog.dmn");
        assertThat(draft.path("comment").asText()).isEqualTo("Nueva tarea");
        assertThat(StreamSupport.stream(draft.path("changes").spliterator(), false)
                        .filter(change -> change.path("path").asText().equals(CATALOG)))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.path("text").asText()).contains("\"4094\" → \"5000\"");
                    assertThat(change.path("kind").asText()).isEqualTo("CHANGED");
                    assertThat(change.path("elementId").asText()).isNotBlank();
                });
    }

    @Test
    void aDraftNeedsAChange() {
        Answer refused = analyst()
                .send(
                        "POST",
                        RELEASES,
                        Multipart.CONTENT_TYPE,
                        new Multipart().field("comment", "Nada").body());

        refused.assertInvalid("files");
        assertThat(count("model_release where state = 'DRAFT'")).isZero();
    }

    @Test
    void aZipFileIsUnpacked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("processes/"));
            zip.putNextEntry(new ZipEntry("processes/" + VALUE));
            zip.write(ModelFile.changed(VALUE, ">WD8<", ">WD7<").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("processes/README.md"));
            zip.write("Los modelos".getBytes(StandardCharsets.UTF_8));
        }

        JsonNode draft = create(new Multipart().file("models.zip", bytes.toByteArray()))
                .assertStatus(201)
                .json();

        assertThat(files(draft)).containsEntry(VALUE, "CHANGED").doesNotContainValue("ADDED");
        assertThat(texts(draft.path("removedOnIntake"), "path")).containsExactly("processes/README.md");
    }

    @Test
    void whatOtherToolsLeaveBehindIsTakenOutAndListed() {
        String model = ModelFile.read(VALUE)
                .replaceFirst(
                        "<bpmn:definitions ",
                        "<bpmn:definitions xmlns:signavio=\"http://www.signavio.com\" signavio:x=\"1\""
                                + " xsi:schemaLocation=\"a b\" expressionLanguage=\"http://www.w3.org/1999/XPath\" ");

        JsonNode draft =
                create(new Multipart().file(VALUE, model)).assertStatus(201).json();

        assertThat(errors(draft)).isEmpty();
        assertThat(texts(draft.path("removedOnIntake"), "path")).containsOnly(VALUE);
        assertThat(texts(draft.path("removedOnIntake"), "what"))
                .anyMatch(what -> what.contains("signavio:x"))
                .anyMatch(what -> what.contains("xsi:schemaLocation"))
                .anyMatch(what -> what.contains("expressionLanguage"))
                .hasSize(3);
    }

    @Test
    void aDraftSaysWhatIsWrongWithIt() {
        JsonNode draft = drafted(CATALOG, "\"3991\"", "3991");

        JsonNode finding = draft.path("findings").get(0);
        assertThat(finding.path("path").asText()).isEqualTo(CATALOG);
        assertThat(finding.path("elementId").asText()).isEqualTo("ftop3991");
        assertThat(finding.path("severity").asText()).isEqualTo("ERROR");
        assertThat(finding.path("message").asText()).contains("3991", "comillas");
        Answer refused = publish(analyst(), draft.path("number").asLong(), "{\"migrate\": \"NONE\"}")
                .assertProblem(409, "release-not-ready");
        assertThat(refused.json().path("blockers").toString()).contains("ftop3991");
    }

    @Test
    void callsAndDecisionsAreBoundToTheirRelease() {
        JsonNode draft = drafted(VALUE, "camunda:calledElementBinding=\"deployment\"", "");

        assertThat(draft.path("findings").toString()).contains("resolveDeclineRejection", "«deployment»");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.bpmn",
                "/etc/evil.bpmn",
                "forms/../../evil.bpmn",
                "a|b.bpmn",
                "x.exe",
                "README.md",
                ".bpmn"
            })
    void filesThatAreNoModelsOrLeaveTheFolderAreRefused(String name) {
        Answer refused = create(new Multipart().file(name, ModelFile.read(VALUE)));

        refused.assertProblem(400, "invalid-request");
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(name);
        assertThat(count("model_release where state = 'DRAFT'")).isZero();
    }

    @Test
    void contentThatIsNoModelIsRefusedWithItsName() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("bomb.bpmn"));
            zip.write(new byte[20 * 1024 * 1024]);
        }
        var climbing = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(climbing)) {
            zip.putNextEntry(new ZipEntry("../climbing.bpmn"));
            zip.write(1);
        }
        String doctype = ModelFile.read(VALUE)
                .replaceFirst(
                        "<bpmn:definitions",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<bpmn:definitions");
        var form = ModelFile.read("forms/request-sme.form");
        Map<String, Multipart> refused = Map.of(
                "large.bpmn",
                new Multipart().file("large.bpmn", "x".repeat(1024 * 1024 + 1)),
                "bomb.bpmn",
                new Multipart().file("a.zip", bomb.toByteArray()),
                "../climbing.bpmn",
                new Multipart().file("b.zip", climbing.toByteArray()),
                "no.zip",
                new Multipart().file("no.zip", "PK no zip"),
                VALUE,
                new Multipart().file(VALUE, doctype),
                "decisions/x.dmn",
                new Multipart().file("decisions/x.dmn", ModelFile.read(VALUE)),
                "forms/x.form",
                new Multipart().file("forms/x.form", form.substring(1)),
                "foreign.bpmn",
                new Multipart().file("foreign.bpmn", "<html/>"));

        refused.forEach((file, sent) -> {
            Answer answer = create(sent).assertProblem(400, "invalid-request");
            assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(file);
        });
        assertThat(count("model_release where state = 'DRAFT'")).isZero();
    }

    @Test
    void noDraftHasMoreThan200Files() {
        var form = new Multipart();
        for (int i = 0; i < 200; i++) {
            form.file("forms/f%d.form".formatted(i), "{\"id\": \"f%d\"}".formatted(i));
        }

        create(form).assertProblem(400, "invalid-request");
    }

    @Test
    void filesOfADraftAreReplacedRemovedAndRead() {
        JsonNode draft = drafted(VALUE, ">WD8<", ">WD7<");
        String files = RELEASES + "/" + draft.path("number").asLong() + "/files/";
        String form = ModelFile.changed("forms/request-sme.form", "\"maxLength\": 500", "\"maxLength\": 400");

        JsonNode changed = analyst()
                .send(
                        "PUT",
                        files + "forms/request-sme.form",
                        "application/json",
                        form.getBytes(StandardCharsets.UTF_8))
                .assertStatus(200)
                .json();
        assertThat(files(changed)).containsEntry("forms/request-sme.form", "CHANGED");
        assertThat(analyst().get(files + "forms/request-sme.form").body()).isEqualTo(form);

        JsonNode removed = analyst()
                .send("DELETE", files + "forms/request-sme.form", BodyPublishers.noBody())
                .assertStatus(200)
                .json();
        assertThat(files(removed)).containsEntry("forms/request-sme.form", "REMOVED");
        assertThat(removed.path("findings").toString()).contains("request-sme");
        analyst().get(files + "forms/request-sme.form").assertStatus(404);
        assertThat(analyst()
                        .get(RELEASES + "/" + draft.path("number").asLong() + "/files.zip")
                        .header("Content-Type"))
                .isEqualTo("application/zip");
    }

    @Test
    void newEngagementsStartWithTheActiveRelease() {
        JsonNode release = published(
                "acm-conversation.bpmn", "name=\"Completar las entradas clave\"", "name=\"Completar lo que falta\"");

        assertThat(release.path("state").asText()).isEqualTo("PUBLISHED");
        assertThat(release.path("active").asBoolean()).isTrue();
        assertThat(release.path("approver").asText()).isEqualTo("analyst");
        String id = started(Requests.withoutKickoff());
        assertThat(awaitTask(id, "completeEntryCriteria").path("name").asText()).isEqualTo("Completar lo que falta");
        manager().withdraw(id, "Ended").assertStatus(200);
    }

    @Test
    void theCatalogIsThatOfTheActiveReleaseUntilItIsTakenBack() {
        JsonNode release = published(CATALOG, "\"4094\"", "\"5000\"");
        assertThat(crm().get("/api/ftop-catalog").body()).contains("5000").doesNotContain("\"4094\"");

        JsonNode again = anonymous()
                .as("operator")
                .post(RELEASES + "/" + release.path("number").asLong() + "/reversal", "{\"reason\": \"Falsa\"}")
                .assertStatus(200)
                .json();

        assertThat(again.path("number").asLong())
                .isGreaterThan(release.path("number").asLong());
        assertThat(again.path("active").asBoolean()).isTrue();
        assertThat(release(release.path("number").asLong()).path("state").asText())
                .isEqualTo("REPLACED");
        assertThat(crm().get("/api/ftop-catalog").body()).contains("4094").doesNotContain("5000");
    }

    @Test
    void deployingByTheEngineDoesNotChangeWhatIsActive() {
        anonymous()
                .as("admin")
                .send(
                        "POST",
                        "/engine-rest/deployment/create",
                        Multipart.CONTENT_TYPE,
                        new Multipart()
                                .file("ftop-catalog.dmn", ModelFile.changed(CATALOG, "\"4094\"", "\"5000\""))
                                .body())
                .assertStatus(200);

        assertThat(crm().get("/api/ftop-catalog").body()).contains("4094").doesNotContain("5000");
    }

    @Test
    void aDraftOnAnOutdatedBaseIsNotPublished() {
        long first = drafted(VALUE, ">WD8<", ">WD7<").path("number").asLong();
        published(CATALOG, "\"4094\"", "\"5000\"");

        publish(analyst(), first, "{\"migrate\": \"NONE\"}").assertProblem(409, "release-outdated");
    }

    @Test
    void ofTwoPublicationsAtOnceOneIsOutdated() {
        List<Long> drafts = List.of(
                drafted(VALUE, ">WD8<", ">WD7<").path("number").asLong(),
                drafted(VALUE, ">WD8<", ">WD6<").path("number").asLong());

        List<Answer> answers = atOnce(2, i -> publish(analyst(), drafts.get(i), "{\"migrate\": \"NONE\"}"));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(count("model_release where active")).isOne();
    }

    @Test
    void whatWasPublishedDoesNotChange() {
        long number = published(VALUE, ">WD8<", ">WD7<").path("number").asLong();
        String address = RELEASES + "/" + number;

        analyst()
                .send(
                        "PUT",
                        address + "/files/" + VALUE,
                        "text/xml",
                        ModelFile.read(VALUE).getBytes(StandardCharsets.UTF_8))
                .assertProblem(409, "release-not-draft");
        analyst()
                .send("DELETE", address + "/files/" + VALUE, BodyPublishers.noBody())
                .assertProblem(409, "release-not-draft");
        analyst().send("DELETE", address, BodyPublishers.noBody()).assertProblem(409, "release-not-draft");
    }

    @Test
    void aDraftCanBeDeleted() {
        String address =
                RELEASES + "/" + drafted(VALUE, ">WD8<", ">WD7<").path("number").asLong();

        analyst().send("DELETE", address, BodyPublishers.noBody()).assertStatus(204);

        analyst().get(address).assertStatus(404);
    }

    @Test
    void operatorsReadButDoNotPublishDrafts() {
        long draft = drafted(VALUE, ">WD8<", ">WD7<").path("number").asLong();
        ApiClient operator = anonymous().as("operator");

        operator.get(RELEASES + "/" + draft).assertStatus(200);
        publish(operator, draft, "{\"migrate\": \"NONE\"}").assertStatus(403);
        manager().get(RELEASES).assertStatus(403);
    }

    @Test
    void changedStepsThatNoScenarioReachesAreWarnings() {
        JsonNode draft = drafted(VALUE, ">WD8<", ">WD7<");

        assertThat(draft.at("/scenarios/state").asText()).isEqualTo("DONE");
        assertThat(texts(draft.at("/scenarios/uncovered"), "elementId")).contains("deliverValueDiscussion");
        assertThat(draft.path("findings").toString()).contains("ningún escenario", "WARNING");
    }

    @Test
    void theGapsOfADecisionAreSaid() {
        JsonNode draft = drafted("decisions/enterprise-eligibility.dmn", "not(\"ENTERPRISE\")", "\"SMB\"");

        assertThat(texts(draft.path("decisions"), "kind")).contains("GAP");
        assertThat(texts(draft.path("decisions"), "decision")).containsOnly("enterprise-eligibility");
    }

    @Test
    void aFailedScenarioPreventsAPublicationUnlessAnAdministratorSaysWhyNot() {
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
        publish(analyst(), number, despite).assertInvalid("despite");
        publish(anonymous().as("admin"), number, despite).assertStatus(200);
    }

    @Test
    void everyStepIsInTheAuditTrail() {
        long number = published(VALUE, ">WD8<", ">WD7<").path("number").asLong();

        JsonNode entries = anonymous()
                .as("admin")
                .get("/api/audit?action=release&actor=analyst&size=100")
                .assertStatus(200)
                .json()
                .path("items");
        assertThat(StreamSupport.stream(entries.spliterator(), false)
                        .filter(entry -> entry.path("objectId").asText().equals(Long.toString(number)))
                        .map(entry -> entry.path("action").asText()))
                .containsExactlyInAnyOrder("release.create", "release.publish");
    }

    private Answer keep(long draft, String engagement) {
        return analyst()
                .post(RELEASES + "/" + draft + "/scenarios", "{\"engagementId\": \"%s\"}".formatted(engagement));
    }

    @Test
    void aFinishedEngagementIsKeptAsAScenarioWithoutWhatPeopleWrote() {
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
    void onlyADraftTakesAScenarioAndOnlyOfAnEngagementThatThereIs() {
        long draft = drafted(VALUE, ">WD8<", ">WD7<").path("number").asLong();
        String unknown = "00000000-0000-7000-8000-000000000000";

        keep(draft, unknown).assertProblem(404, "engagement-not-found");
        publish(analyst(), draft, "{\"migrate\": \"NONE\"}").assertStatus(200);
        keep(draft, unknown).assertProblem(409, "release-not-draft");
    }
}
