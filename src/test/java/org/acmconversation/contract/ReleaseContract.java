package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** {@code /api/releases}: publication, the active release and rollback. */
abstract class ReleaseContract extends ReleaseTest {

    @Test
    void modelsOfTheJarAreTheFirstRelease() {
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
    void callsMustBeBoundToTheirRelease() {
        JsonNode draft = drafted(VALUE, "camunda:calledElementBinding=\"deployment\"", "");

        assertThat(draft.path("findings").toString()).contains("resolveDeclineRejection", "«deployment»");
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
    void catalogFollowsTheActiveReleaseAndItsReversal() {
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
    void engineDeploymentsDoNotChangeTheActiveRelease() {
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
    void rejectsPublishingADraftOnAnOutdatedBase() {
        long first = drafted(VALUE, ">WD8<", ">WD7<").path("number").asLong();
        published(CATALOG, "\"4094\"", "\"5000\"");

        publish(analyst(), first, "{\"migrate\": \"NONE\"}").assertProblem(409, "release-outdated");
    }

    @Test
    void acceptsOneOfTwoConcurrentPublications() {
        List<Long> drafts = List.of(
                drafted(VALUE, ">WD8<", ">WD7<").path("number").asLong(),
                drafted(VALUE, ">WD8<", ">WD6<").path("number").asLong());

        List<Answer> answers = atOnce(2, i -> publish(analyst(), drafts.get(i), "{\"migrate\": \"NONE\"}"));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(count("model_release where active")).isOne();
    }

    @Test
    void publishedReleasesAreImmutable() {
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

    /** As people had deployed them before there were rules. */
    @Test
    void refusesToRollBackToModelsThatTheEngineRefuses() {
        JsonNode release = published(VALUE, ">WD8<", ">WD7<");
        long number = release.path("number").asLong();
        long base = release.path("base").asLong();
        byte[] shipped = ModelFile.read(VALUE).getBytes(StandardCharsets.UTF_8);
        byte[] script = "<script/>".getBytes(StandardCharsets.UTF_8);
        String change = "update model_release_file set content = ? where release_number = ? and path = ?";
        database.update(change, script, base, VALUE);
        try {
            Answer refused = analyst().post(RELEASES + "/" + number + "/reversal", "{\"reason\": \"Falsa\"}");

            assertThat(refused.assertProblem(409, "release-not-ready")
                            .json()
                            .at("/blockers/0")
                            .asText())
                    .startsWith("el motor no la acepta: ")
                    .contains(VALUE);
            assertThat(release(number).path("active").asBoolean()).isTrue();
        } finally {
            database.update(change, shipped, base, VALUE);
        }
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
    void recordsReleasesInTheAuditTrail() {
        long number = published(VALUE, ">WD8<", ">WD7<").path("number").asLong();
        publish(analyst(), number, "{\"migrate\": \"NONE\"}").assertStatus(200);

        JsonNode entries = anonymous()
                .as("admin")
                .get("/api/audit?action=release&actor=analyst&size=100")
                .assertStatus(200)
                .json()
                .path("items");
        assertThat(StreamSupport.stream(entries.spliterator(), false)
                        .filter(entry -> entry.path("objectId").asText().equals(Long.toString(number)))
                        .map(entry -> entry.path("action").asText()))
                .containsExactlyInAnyOrder("release.create", "release.publish", "release.migrate");
    }
}
