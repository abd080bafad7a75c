package org.acmconversation.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.acmconversation.release.Intake.Upload;
import org.acmconversation.release.UnfitFileException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Archives that are made to do harm. */
class IntakeTest {

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
        var intake = new Intake(new ModelSet(Map.of()));

        assertThatThrownBy(() -> intake.add(List.of(archive)))
                .isInstanceOfSatisfying(UnfitFileException.class, refused -> {
                    assertThat(refused.file()).isEqualTo(file);
                    assertThat(refused.explanation()).contains(explanation);
                });
    }

    @Test
    void aFolderWithContentIsNotInflated() throws IOException {
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
    void anArchiveOfCountlessFoldersIsRefused() throws IOException {
        Upload folders = archive(zip -> {
            for (int i = 0; i < 1001; i++) {
                zip.putNextEntry(new ZipEntry("folder%d/".formatted(i)));
            }
        });

        assertRefused(folders, "models.zip", "más de 200 archivos");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonIsExplainedInSpanish(Reason reason) {
        assertThat(new UnfitFileException("a.bpmn", reason).explanation()).isNotBlank();
    }
}
