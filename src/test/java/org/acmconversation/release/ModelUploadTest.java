package org.acmconversation.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.acmconversation.release.ModelUpload.Upload;
import org.acmconversation.release.UnfitFileException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploaded archives: zipped model folders, and malicious archives. */
class ModelUploadTest {

    private interface Content {

        void write(ZipOutputStream zip) throws IOException;
    }

    private static Upload archive(Content content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            content.write(zip);
        }
        return new Upload("models.zip", bytes.toByteArray());
    }

    private static void assertRefused(Upload archive, String file, String explanation) {
        var intake = new ModelUpload(new ModelSet(Map.of()));

        assertThatThrownBy(() -> intake.add(List.of(archive)))
                .isInstanceOfSatisfying(UnfitFileException.class, refused -> {
                    assertThat(refused.file()).isEqualTo(file);
                    assertThat(refused.explanation()).contains(explanation);
                });
    }

    private static final ModelSet BASE =
            new ModelSet(Map.of("acm.bpmn", new byte[0], "decisions/catalog.dmn", new byte[0]));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Discusión, v2.form",
                "valor & adopción (1).form",
                "it's.form",
                "ventas €+1.form",
                "हिन्दी.form",
                "🚀.form"
            })
    void acceptsTheNamesThatPeopleGiveFiles(String name) {
        var intake = new ModelUpload(BASE);

        intake.put(new Upload(name, "{\"components\": []}".getBytes(UTF_8)));

        assertThat(intake.set().files()).containsKey("forms/" + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../a.form", "/a.form", "a//b.form", ".a.form", "a\\b.form", "a|b.form", "<a>.form", "a:b.form"})
    void refusesWhatIsNoPath(String name) {
        var intake = new ModelUpload(BASE);

        assertThatThrownBy(() -> intake.put(new Upload(name, new byte[0])))
                .isInstanceOfSatisfying(
                        UnfitFileException.class,
                        refused -> assertThat(refused.explanation()).contains("no es una ruta"));
    }

    @Test
    void aNameStandsForTheOnlyFileWithIt() {
        assertThat(ModelUpload.path("catalog.dmn", BASE.files().keySet())).isEqualTo("decisions/catalog.dmn");
        assertThat(ModelUpload.path("processes/acm.bpmn", BASE.files().keySet()))
                .isEqualTo("acm.bpmn");
    }

    @Test
    void refusesTheNameOfSeveralFiles() {
        var intake = new ModelUpload(new ModelSet(Map.of("a/new.form", new byte[0], "b/new.form", new byte[0])));

        assertThatThrownBy(() -> intake.put(new Upload("new.form", new byte[0])))
                .isInstanceOfSatisfying(
                        UnfitFileException.class,
                        refused -> assertThat(refused.explanation()).contains("varios archivos"));
    }

    private static ModelUpload intakeOf(String... names) throws IOException {
        var intake = new ModelUpload(BASE);
        intake.add(List.of(archive(zip -> {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write((name.endsWith(".form") ? "{\"components\": []}" : "escenario: Uno").getBytes(UTF_8));
            }
        })));
        return intake;
    }

    private static List<String> ignoredFiles(ModelUpload intake) {
        return intake.removed().stream().map(Release.Removed::path).toList();
    }

    @Test
    void acceptsModelsAndListsOtherFilesOfAFolder() throws IOException {
        ModelUpload intake = intakeOf(
                "processes/forms/call.form",
                "processes/scenarios/one.yaml",
                "processes/README.md",
                "processes/.camunda/element-templates/tasks.json",
                "processes/.hidden.form",
                "__MACOSX/processes/forms/._call.form");

        assertThat(intake.set().files())
                .containsOnlyKeys("acm.bpmn", "decisions/catalog.dmn", "forms/call.form", "scenarios/one.yaml");
        assertThat(ignoredFiles(intake))
                .containsExactly(
                        "processes/README.md",
                        "processes/.camunda/element-templates/tasks.json",
                        "processes/.hidden.form",
                        "__MACOSX/processes/forms/._call.form");
        assertThat(intake.removed()).allSatisfy(file -> assertThat(file.what()).contains("no se ha tomado"));
    }

    @Test
    void findsRenamedAndNestedFolders() throws IOException {
        assertThat(intakeOf("processes (2)/forms/call.form", "processes (2)/scenarios/one.yaml")
                        .set()
                        .files())
                .containsKeys("forms/call.form", "scenarios/one.yaml");
        ModelUpload repository = intakeOf("acm-main/processes/forms/call.form", "acm-main/docker/compose.yaml");
        assertThat(repository.set().files()).containsKey("forms/call.form").doesNotContainKey("docker/compose.yaml");
        assertThat(ignoredFiles(repository)).containsExactly("acm-main/docker/compose.yaml");
        assertThat(intakeOf("decisions/more.form").set().files()).containsKey("decisions/more.form");
    }

    @Test
    void composesAccentsOfMacOs() throws IOException {
        ModelUpload intake = intakeOf("processes/scenarios/conversacio\u0301n.yaml");

        assertThat(intake.set().files()).containsKey("scenarios/conversaci\u00f3n.yaml");
    }

    @Test
    void readsNamesWrittenByWindows() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, Charset.forName("IBM850"))) {
            zip.putNextEntry(new ZipEntry("scenarios/año.yaml"));
            zip.write("escenario: Uno".getBytes(UTF_8));
        }
        var intake = new ModelUpload(BASE);

        intake.add(List.of(new Upload("models.zip", bytes.toByteArray())));

        assertThat(intake.set().files()).containsKey("scenarios/año.yaml");
    }

    @Test
    void takesScenariosOnlyFromTheirFolder() throws IOException {
        ModelUpload intake = intakeOf("forms/call.form", "scenarios/one.yaml", "decisions/two.yaml");

        assertThat(intake.set().files()).containsKey("scenarios/one.yaml").doesNotContainKey("decisions/two.yaml");
        assertThat(ignoredFiles(intake)).containsExactly("decisions/two.yaml");
        assertRefused(
                archive(zip -> {
                    zip.putNextEntry(new ZipEntry("a/one.yaml"));
                    zip.putNextEntry(new ZipEntry("b/two.yaml"));
                }),
                "a/one.yaml",
                "no es un modelo");
    }

    @Test
    void summarizesManyIgnoredFiles() throws IOException {
        List<String> names = new ArrayList<>(List.of("forms/call.form"));
        IntStream.range(0, 60).forEach(i -> names.add("image%d.png".formatted(i)));

        ModelUpload intake = intakeOf(names.toArray(String[]::new));

        assertThat(intake.removed()).hasSize(51).last().satisfies(rest -> {
            assertThat(rest.path()).isEqualTo("models.zip");
            assertThat(rest.what()).contains("otros 10 archivos");
        });
    }

    @Test
    void rejectsArchivesWithoutModels() throws IOException {
        assertRefused(archive(zip -> zip.putNextEntry(new ZipEntry("photo.png"))), "photo.png", "no es un modelo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../README.md", "/etc/passwd", "processes/../../one.yaml", "C:one.yaml", "..\\one.yaml"})
    void rejectsPathsOutsideTheFolder(String name) throws IOException {
        assertRefused(archive(zip -> zip.putNextEntry(new ZipEntry(name))), name, "ruta dentro de processes/");
    }

    @Test
    void limitsTheSizeOfIgnoredFiles() throws IOException {
        Upload bomb = archive(zip -> {
            zip.putNextEntry(new ZipEntry("README.md"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 40; i++) {
                zip.write(zeros);
            }
        });

        assertRefused(bomb, "README.md", "más de 32 MiB");
    }

    @Test
    void rejectsFolderEntriesWithContent() throws IOException {
        Upload bomb = archive(zip -> {
            zip.putNextEntry(new ZipEntry("folder/"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 50; i++) {
                zip.write(zeros);
            }
        });

        assertRefused(bomb, "folder/", "no es un modelo");
    }

    @Test
    void rejectsCountlessFolders() throws IOException {
        Upload folders = archive(zip -> {
            for (int i = 0; i < 1001; i++) {
                zip.putNextEntry(new ZipEntry("folder%d/".formatted(i)));
            }
        });

        assertRefused(folders, "models.zip", "más de mil archivos y carpetas");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void explainsEveryReasonInSpanish(Reason reason) {
        assertThat(new UnfitFileException("a.bpmn", reason).explanation()).isNotBlank();
    }
}
