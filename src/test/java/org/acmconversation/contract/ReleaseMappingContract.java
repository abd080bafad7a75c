package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Running engagements that wait at a step which the new models do not have. */
abstract class ReleaseMappingContract extends ReleaseTest {

    private static final String STEP = "completeEntryCriteria";

    private static final String RENAMED = "completeCriteria";
    private static final String MAPPED = mapped(STEP, RENAMED);

    private static String mapped(String from, String to) {
        return """
                {"migrate": "ALL", "mappings": [{"process": "acm-conversation", "from": "%s", "to": "%s"}]}""".formatted(from, to);
    }

    /** Moves the engagements of other tests back, too, which no migration without a mapping could do. */
    @Override
    @AfterEach
    void restore() {
        super.restore();
        Long active = database.queryForObject("select number from model_release where active", Long.class);
        publish(analyst(), active, mapped(RENAMED, STEP)).assertStatus(200);
        migrated(active);
    }

    @Test
    void removedStepsNeedAMapping() {
        String id = started(Requests.withoutKickoff());
        awaitTask(id, STEP);
        long draft = draft(ModelFile.changed(MAIN, STEP, RENAMED));

        JsonNode place = release(draft).at("/impact/needsMapping/0");
        assertThat(place.path("process").asText()).isEqualTo("acm-conversation");
        assertThat(place.path("activityId").asText()).isEqualTo(STEP);
        assertThat(place.path("count").asLong()).isPositive();
        assertThat(publish(analyst(), draft, ALL)
                        .assertProblem(409, "release-not-ready")
                        .json()
                        .path("blockers")
                        .toString())
                .contains("(«Conversación de administración de cambio y adopción»)")
                .doesNotContain(STEP);

        publish(analyst(), draft, MAPPED).assertStatus(200);
        migrated(draft);
        assertThat(awaitTask(id, RENAMED).path("name").asText()).isEqualTo("Completar las entradas clave");

        long again = analyst()
                .post(RELEASES + "/" + draft + "/reversal", "{\"reason\": \"Falsa\"}")
                .assertStatus(200)
                .json()
                .path("number")
                .asLong();
        JsonNode left = migrated(again);
        assertThat(left.path("failed").asLong()).isPositive();
        assertThat(left.at("/reasons/0/text").asText())
                .isEqualTo("esperan en un paso que no tiene sitio en estos modelos: «Completar las entradas clave»");
        assertThat(left.at("/reasons/0/details").asText())
                .contains("There is no migration instruction for this instance's activity");
        awaitTask(id, RENAMED);
        manager().withdraw(id, "Ended").assertStatus(200);
    }

    @Test
    void aMappingMayApplyToSomeEngagementsOnly() {
        String first = started(Requests.withoutKickoff());
        awaitTask(first, STEP);
        String renamed = ModelFile.changed(MAIN, STEP, RENAMED);
        publish(analyst(), draft(renamed), "{\"migrate\": \"NONE\"}").assertStatus(200);
        String second = started(Requests.withoutKickoff());
        awaitTask(second, RENAMED);
        String changed = "Completar lo que falta";
        byte[] next = new Multipart()
                .file(MAIN, renamed.replace("Completar las entradas clave", changed))
                .body();
        long draft = analyst()
                .send("POST", RELEASES, Multipart.CONTENT_TYPE, next)
                .assertStatus(201)
                .json()
                .path("number")
                .asLong();

        publish(analyst(), draft, MAPPED).assertStatus(200);

        assertThat(migrated(draft).path("failed").asLong()).isZero();
        for (String id : new String[] {first, second}) {
            assertThat(awaitTask(id, RENAMED).path("name").asText()).isEqualTo(changed);
            manager().withdraw(id, "Ended").assertStatus(200);
        }
    }

    /** Whether an engagement waits there or not. */
    @Test
    void rejectsMappingsThatTheEngineDoesNotAccept() {
        String id = started(Requests.withoutKickoff());
        awaitTask(id, STEP);
        long draft = draft(ModelFile.changed(MAIN, "Completar las entradas clave", "Completar lo que falta"));

        for (String to : new String[] {"createConversationTask", "noSuchStep"}) {
            assertThat(publish(analyst(), draft, mapped("introduceAdoptionSme", to))
                            .assertProblem(409, "release-not-ready")
                            .json()
                            .path("blockers")
                            .toString())
                    .contains("Presentar al SME de adopción", "no pueden pasar a");
            assertThat(release(draft).path("state").asText()).isEqualTo("DRAFT");
        }
        publish(analyst(), draft, "{\"migrate\": \"NONE\"}").assertStatus(200);
        publish(analyst(), draft, mapped("introduceAdoptionSme", "noSuchStep")).assertProblem(409, "release-not-ready");
        assertThat(release(draft).at("/migration/state").asText()).isEqualTo("NONE");
        manager().withdraw(id, "Ended").assertStatus(200);
    }

    private long draft(String model) {
        return create(new Multipart().file(MAIN, model))
                .assertStatus(201)
                .json()
                .path("number")
                .asLong();
    }
}
