package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads that no browser sends, or that are too large: each is refused with the file's name, and nothing stays. */
abstract class ReleaseIntakeContract extends ReleaseTest {

    private Answer upload(byte[] body) {
        return analyst().send("POST", RELEASES, Multipart.CONTENT_TYPE, body);
    }

    @AfterEach
    void nothingIsKept() {
        assertThat(count("model_release where state = 'DRAFT'")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 33})
    void refusesLargeFiles(int mebibytes) {
        byte[] large = new byte[mebibytes * 1024 * 1024];

        upload(new Multipart().file("large.bpmn", large).body()).assertInvalid("large.bpmn");
    }

    @Test
    void refusesIncompleteForms() {
        byte[] body = new Multipart().file(VALUE, ModelFile.read(VALUE)).body();

        upload(Arrays.copyOf(body, body.length / 2)).assertInvalid("body");
        upload("--x\r\nContent-Disposition: form-data; na".getBytes(StandardCharsets.UTF_8))
                .assertInvalid("body");
        upload(new byte[0]).assertInvalid("files");
        analyst().send("POST", RELEASES, "multipart/form-data", body).assertInvalid("body");
    }

    @Test
    void refusesNullCharactersInNames() {
        upload(new Multipart().file("a\0.bpmn", ModelFile.read(VALUE)).body()).assertInvalid("a\0.bpmn");
    }

    @Test
    void refusesScenariosOutsideTheirFolder() {
        upload(new Multipart().file("forms/caso.yaml", "escenario: Uno").body()).assertInvalid("forms/caso.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "solo un texto", "- una\n- lista", "a: [", "a: \u0007"})
    void refusesScenariosThatAreNotYaml(String content) {
        upload(new Multipart().file("caso.yaml", content).body()).assertInvalid("caso.yaml");
    }

    @Test
    void refusesUnknownBases() {
        for (String base : new String[] {"4711", "uno", "-1"}) {
            upload(new Multipart()
                            .file(VALUE, ModelFile.read(VALUE))
                            .field("base", base)
                            .body())
                    .assertInvalid("base");
        }
    }

    @Test
    void refusesArchivesAsFilesOfADraft() throws IOException {
        String address =
                RELEASES + "/" + drafted(VALUE, ">WD8<", ">WD7<").path("number").asLong();
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(VALUE));
            zip.write(ModelFile.changed(VALUE, ">WD8<", ">WD6<").getBytes(StandardCharsets.UTF_8));
        }

        analyst()
                .send("PUT", address + "/files/models.zip", "application/zip", bytes.toByteArray())
                .assertInvalid("models.zip");

        assertThat(analyst().get(address + "/files/" + VALUE).body()).contains(">WD7<");
        analyst()
                .send("PUT", address + "/files/" + VALUE, "application/xml", new byte[5_000_000])
                .assertInvalid(VALUE);
        analyst().send("DELETE", address, BodyPublishers.noBody()).assertStatus(204);
    }
}
