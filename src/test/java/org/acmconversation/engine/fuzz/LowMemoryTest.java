package org.acmconversation.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checking a hostile file takes little memory and little time. */
@Tag("fuzz")
class LowMemoryTest {

    private static final long SECONDS_FOR_ALL = 120;
    private static final long MILLIS_FOR_ONE = 60_000;
    private static final long MAX_ANSWER_LENGTH = 200_000;

    @Test
    void checksHostileFilesInLittleMemoryAndTime(@TempDir Path folder) throws Exception {
        List<String[]> checked = checkedInAnotherJvm(folder);

        assertThat(checked).extracting(line -> line[0]).containsExactlyElementsOf(names());
        for (String[] line : checked) {
            HostileFile nasty = HostileFile.valueOf(line[0]);
            assertThat(nasty.content().length).as(line[0]).isBetween(15_000, 1024 * 1024);
            assertThat(Boolean.parseBoolean(line[1])).as(line[0]).isEqualTo(nasty.isRefused());
            assertThat(Long.parseLong(line[2])).as(line[0]).isLessThan(MILLIS_FOR_ONE);
            assertThat(Long.parseLong(line[3])).as(line[0]).isLessThan(MAX_ANSWER_LENGTH);
        }
    }

    private static List<String> names() {
        return List.of(HostileFile.values()).stream().map(HostileFile::name).toList();
    }

    private static List<String[]> checkedInAnotherJvm(Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LowMemoryProgram.class.getName())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor(SECONDS_FOR_ALL, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(output).stream().map(line -> line.split(" ")).toList();
    }
}
