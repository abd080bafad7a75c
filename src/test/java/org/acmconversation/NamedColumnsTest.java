package org.acmconversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Queries name the columns that they read. A prepared {@code select *} fails once per connection when a newer version
 * adds a column to the table, which is what happens during a rolling update.
 */
class NamedColumnsTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "acmconversation");

    /** Reads whatever columns a table has, for the export of personal data. */
    private static final Path STORED_ROWS = SOURCES.resolve(Path.of("personaldata", "StoredRows.java"));

    @Test
    void queriesNameTheirColumns() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> sources = files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(STORED_ROWS))
                    .toList();

            assertThat(sources)
                    .hasSizeGreaterThan(100)
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContainPattern("(?i)(select|returning)\\s+(\\w+\\.\\*|\\*\\s+from)"));
        }
    }
}
