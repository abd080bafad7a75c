package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** {@code /modeler}, which the deploy button of Camunda Modeler calls. */
abstract class ModelerContract extends ReleaseTest {

    private static final String FORM = "forms/schedule-conversation.form";

    private Answer deploy(ApiClient caller, String file, String content) {
        return deploy(caller, "value-discussion", file, content);
    }

    private Answer deploy(ApiClient caller, String name, String file, String content) {
        return caller.send(
                "POST",
                "/modeler/deployment/create",
                Multipart.CONTENT_TYPE,
                new Multipart()
                        .field("deployment-name", name)
                        .field("deployment-source", "Camunda Modeler")
                        .field("enable-duplicate-filtering", "true")
                        .file(file, content)
                        .body());
    }

    @Test
    void modelerRecognizesAnEngine() {
        assertThat(analyst()
                        .get("/modeler/deployment?maxResults=0")
                        .assertStatus(200)
                        .json())
                .isEmpty();
        assertThat(analyst()
                        .get("/modeler/version")
                        .assertStatus(200)
                        .json()
                        .path("version")
                        .asText())
                .isEqualTo("7.24.0");
        anonymous().get("/modeler/deployment?maxResults=0").assertStatus(401);
        manager().get("/modeler/version").assertStatus(403);
        deploy(manager(), VALUE, ModelFile.read(VALUE)).assertStatus(403);
    }

    @Test
    void deployingCreatesThenChangesADraft() {
        JsonNode first = deploy(analyst(), VALUE, ModelFile.changed(VALUE, ">WD8<", ">WD7<"))
                .assertStatus(200)
                .json();
        JsonNode second = deploy(analyst(), "ftop-catalog.dmn", ModelFile.changed(CATALOG, "\"4094\"", "\"5000\""))
                .assertStatus(200)
                .json();

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(files(release(first.path("id").asLong())))
                .containsEntry(VALUE, "CHANGED")
                .containsEntry(CATALOG, "CHANGED");
        assertThat(crm().get("/api/ftop-catalog").body()).contains("4094");
    }

    /** Somebody has published another draft meanwhile. */
    @Test
    void anOutdatedDraftIsRebasedWithItsFiles() {
        long draft = deployed(VALUE, ModelFile.changed(VALUE, ">WD8<", ">WD7<"));
        String catalog = ModelFile.changed(CATALOG, "\"4094\"", "\"5000\"");
        long active = published(CATALOG, "\"4094\"", "\"5000\"").path("number").asLong();

        assertThat(deployed(FORM, ModelFile.changed(FORM, "\"maxLength\": 500", "\"maxLength\": 400")))
                .isEqualTo(draft);

        JsonNode goesOn = release(draft);
        assertThat(goesOn.path("base").asLong()).isEqualTo(active);
        assertThat(files(goesOn))
                .containsEntry(VALUE, "CHANGED")
                .containsEntry(FORM, "CHANGED")
                .containsEntry(CATALOG, "SAME");
        assertThat(analyst()
                        .get(RELEASES + "/" + draft + "/files/" + CATALOG)
                        .assertStatus(200)
                        .body())
                .isEqualTo(catalog);
        assertThat(goesOn.path("findings").toString()).doesNotContain("también ha cambiado este archivo");
    }

    @Test
    void reportsConflictsWithTheActiveReleaseOnce() {
        long draft = deployed(VALUE, ModelFile.changed(VALUE, ">WD8<", ">WD7<"));
        long active = published(VALUE, ">WD8<", ">WD6<").path("number").asLong();
        String form = ModelFile.changed(FORM, "\"maxLength\": 500", "\"maxLength\": 400");

        assertThat(deploy(analyst(), FORM, form)
                        .assertStatus(400)
                        .json()
                        .path("message")
                        .asText())
                .contains(
                        "El borrador %d se ha guardado sobre la publicación %d".formatted(draft, active),
                        VALUE
                                + ": la publicación %d, que es ya la activa, también ha cambiado este archivo"
                                        .formatted(active));

        assertThat(deployed(FORM, form)).isEqualTo(draft);
        assertThat(release(draft).path("findings").toString())
                .contains("WARNING", "también ha cambiado este archivo; mire en «Cambios»");
    }

    private long deployed(String file, String content) {
        return deploy(analyst(), file, content)
                .assertStatus(200)
                .json()
                .path("id")
                .asLong();
    }

    @Test
    void answersAsTheEngineDoes() {
        JsonNode answer = deploy(analyst(), "Plazos más cortos", VALUE, ModelFile.changed(VALUE, ">WD8<", ">WD7<"))
                .assertStatus(200)
                .json();

        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "links",
                        "id",
                        "name",
                        "source",
                        "deploymentTime",
                        "tenantId",
                        "deployedProcessDefinitions",
                        "deployedCaseDefinitions",
                        "deployedDecisionDefinitions",
                        "deployedDecisionRequirementsDefinitions");
        assertThat(answer.path("name").asText()).isEqualTo("Plazos más cortos");
        assertThat(answer.path("source").asText()).isEqualTo("Camunda Modeler");
        assertThat(answer.path("deploymentTime").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000");
    }

    @Test
    void refusesNamesThatCannotBeStored() {
        String model = ModelFile.changed(VALUE, ">WD8<", ">WD7<");

        for (String name : new String[] {"x".repeat(2001), "a\0b"}) {
            assertThat(deploy(analyst(), name, VALUE, model)
                            .assertStatus(400)
                            .json()
                            .path("message")
                            .asText())
                    .contains("No se ha guardado nada: «deployment-name» es demasiado largo o tiene signos");
        }
        assertThat(count("model_release where state = 'DRAFT'")).isZero();
    }

    @Test
    void returnsFindingsAsAnErrorForModeler() {
        Answer answer = deploy(analyst(), "ftop-catalog.dmn", ModelFile.changed(CATALOG, "\"3991\"", "3991"));

        assertThat(answer.assertStatus(400).json().path("message").asText())
                .contains("borrador", CATALOG, "ftop3991", "comillas");
        assertThat(count("model_release where state = 'DRAFT' and author = 'analyst'"))
                .isOne();
    }

    @Test
    void namesRejectedFiles() {
        Answer answer = deploy(analyst(), "photo.png", "no model");

        assertThat(answer.assertStatus(400).json().path("message").asText())
                .contains("«photo.png» no se puede aceptar: no es un modelo");
        assertThat(count("model_release where state = 'DRAFT'")).isZero();
    }
}
