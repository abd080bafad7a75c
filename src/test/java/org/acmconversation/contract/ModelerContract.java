package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** {@code /modeler}, which the deploy button of Camunda Modeler calls. */
abstract class ModelerContract extends ReleaseTest {

    private Answer deploy(ApiClient caller, String file, String content) {
        return caller.send(
                "POST",
                "/modeler/deployment/create",
                Multipart.CONTENT_TYPE,
                new Multipart()
                        .field("deployment-name", "value-discussion")
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
