package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /api/releases}: content of drafts, their checks and changes. */
abstract class ReleaseDraftContract extends ReleaseTest {

    @Test
    void createsADraftFromTheBaseAndSentFiles() {
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
    void resolvesBareFileNamesInTheBase() {
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
    void rejectsADraftWithoutFiles() {
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
    void unpacksZipFiles() throws IOException {
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
        assertThat(Answer.texts(draft.path("removedOnIntake"), "path")).containsExactly("processes/README.md");
    }

    @Test
    void removesAndListsExtensionsOfOtherTools() {
        String model = ModelFile.read(VALUE)
                .replaceFirst(
                        "<bpmn:definitions ",
                        "<bpmn:definitions xmlns:signavio=\"http://www.signavio.com\" signavio:x=\"1\""
                                + " xsi:schemaLocation=\"a b\" expressionLanguage=\"http://www.w3.org/1999/XPath\" ");

        JsonNode draft =
                create(new Multipart().file(VALUE, model)).assertStatus(201).json();

        assertThat(errors(draft)).isEmpty();
        assertThat(Answer.texts(draft.path("removedOnIntake"), "path")).containsOnly(VALUE);
        assertThat(Answer.texts(draft.path("removedOnIntake"), "what"))
                .anyMatch(what -> what.contains("signavio:x"))
                .anyMatch(what -> what.contains("xsi:schemaLocation"))
                .anyMatch(what -> what.contains("expressionLanguage"))
                .hasSize(3);
    }

    @Test
    void reportsFindingsThatBlockPublication() {
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
    void rejectsUnsafeOrUnsupportedFileNames(String name) {
        Answer refused = create(new Multipart().file(name, ModelFile.read(VALUE)));

        refused.assertProblem(400, "invalid-request");
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(name);
        assertThat(count("model_release where state = 'DRAFT'")).isZero();
    }

    @Test
    void namesFilesWithInvalidContent() throws IOException {
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
    void limitsDraftsTo200Files() {
        var form = new Multipart();
        for (int i = 0; i < 200; i++) {
            form.file("forms/f%d.form".formatted(i), "{\"id\": \"f%d\"}".formatted(i));
        }

        create(form).assertProblem(400, "invalid-request");
    }

    @Test
    void replacesRemovesAndReturnsFiles() {
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
    void bareNamesStandForTheSameFileInAllCalls() {
        JsonNode draft = drafted(VALUE, ">WD8<", ">WD7<");
        String file = RELEASES + "/" + draft.path("number").asLong() + "/files/request-sme.form";
        byte[] form = "{\"id\": \"request-sme\", \"components\": []}".getBytes(StandardCharsets.UTF_8);

        assertThat(files(analyst()
                        .send("PUT", file, "application/json", form)
                        .assertStatus(200)
                        .json()))
                .containsEntry("forms/request-sme.form", "CHANGED");
        assertThat(analyst()
                        .get(file, "Accept", "application/json")
                        .assertStatus(200)
                        .body())
                .contains("\"components\": []");
        assertThat(files(analyst()
                        .send("DELETE", file, BodyPublishers.noBody())
                        .assertStatus(200)
                        .json()))
                .containsEntry("forms/request-sme.form", "REMOVED");
    }

    @Test
    void deletesADraft() {
        String address =
                RELEASES + "/" + drafted(VALUE, ">WD8<", ">WD7<").path("number").asLong();

        analyst().send("DELETE", address, BodyPublishers.noBody()).assertStatus(204);

        analyst().get(address).assertStatus(404);
    }

    @Test
    void reportsGapsInDecisions() {
        JsonNode draft = drafted("decisions/enterprise-eligibility.dmn", "not(\"ENTERPRISE\")", "\"SMB\"");

        assertThat(Answer.texts(draft.path("decisions"), "kind")).contains("GAP");
        assertThat(Answer.texts(draft.path("decisions"), "decision")).containsOnly("enterprise-eligibility");
    }
}
