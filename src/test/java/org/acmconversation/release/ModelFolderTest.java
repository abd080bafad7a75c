package org.acmconversation.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.acmconversation.release.ModelFolder.Saved;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detection of saved files in the models folder. */
class ModelFolderTest {

    @TempDir
    Path directory;

    private ModelFolder folder;

    @BeforeEach
    void start() throws IOException {
        write("a.bpmn", "a");
        write("forms/b.form", "b");
        folder = new ModelFolder(directory);
    }

    private void write(String file, String content) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private static String text(Saved saved, String path) {
        return new String(saved.files().get(path), StandardCharsets.UTF_8);
    }

    @Test
    void ignoresFilesThatExistAtTheStart() throws IOException {
        assertThat(folder.saved()).isEmpty();
    }

    @Test
    void reportsASavedFileOnceItIsStable() throws IOException {
        write("forms/b.form", "longer");

        assertThat(folder.saved()).isEmpty();
        assertThat(folder.saved()).hasValueSatisfying(saved -> {
            assertThat(saved.files()).containsOnlyKeys("forms/b.form");
            assertThat(text(saved, "forms/b.form")).isEqualTo("longer");
            assertThat(saved.removed()).isEmpty();
        });
        assertThat(folder.saved()).isEmpty();
    }

    @Test
    void reportsFilesAgainThatCouldNotBeTaken() throws IOException {
        write("a.bpmn", "longer");
        assertThat(folder.saved()).isEmpty();
        assertThat(folder.saved()).isPresent();

        folder.notTaken();

        assertThat(folder.saved())
                .hasValueSatisfying(saved -> assertThat(text(saved, "a.bpmn")).isEqualTo("longer"));
    }

    @Test
    void reportsRejectedFilesAgainWithTheNextSave() throws IOException {
        write("forms/b.form", "longer");
        write("c.bpmn", "broken");
        folder.saved();
        assertThat(folder.saved()).isPresent();

        write("c.bpmn", "mended");
        folder.saved();
        Saved saved = folder.saved().orElseThrow();
        assertThat(saved.files()).containsOnlyKeys("forms/b.form", "c.bpmn");
        folder.taken(saved);

        write("c.bpmn", "changed again");
        folder.saved();
        assertThat(folder.saved())
                .hasValueSatisfying(last -> assertThat(last.files()).containsOnlyKeys("c.bpmn"));
    }

    @Test
    void reportsNewAndDeletedFiles() throws IOException {
        write("scenarios/c.yaml", "c");
        Files.delete(directory.resolve("a.bpmn"));
        folder.saved();

        assertThat(folder.saved()).hasValueSatisfying(saved -> {
            assertThat(saved.files()).containsOnlyKeys("scenarios/c.yaml");
            assertThat(saved.removed()).containsExactly("a.bpmn");
        });
    }

    @Test
    void ignoresUnchangedContentAndOtherFiles() throws IOException {
        Files.setLastModifiedTime(
                directory.resolve("a.bpmn"), FileTime.from(Instant.now().plusSeconds(60)));
        write(".camunda/templates.form", "hidden");
        write("README.md", "text");
        folder.saved();

        assertThat(folder.saved()).isEmpty();
    }
}
