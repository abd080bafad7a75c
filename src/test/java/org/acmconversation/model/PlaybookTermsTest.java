package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spanish texts name the roles as the playbook does: «Socio listo para usar FastTrack». */
class PlaybookTermsTest {

    /** The role with a space; ids such as {@code fasttrack-ready-partner} have none. */
    private static final Pattern OTHER_TERM =
            Pattern.compile("ready partner|socios? (?:preparado|habilitado|certificado)", Pattern.CASE_INSENSITIVE);

    static List<Path> spanishTexts() throws IOException {
        try (Stream<Path> messages = Files.list(Path.of("src/main/resources/messages"));
                Stream<Path> models = Files.walk(Path.of("processes"))) {
            return Stream.concat(
                            messages.filter(file -> !file.toString().endsWith("_en.properties")),
                            models.filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form|yaml|md)")))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("spanishTexts")
    void namesThePartnersRoleAsThePlaybook(Path file) throws IOException {
        assertThat(Files.readString(file)).doesNotContainPattern(OTHER_TERM);
    }

    @Test
    void namesThePartnersGroupAndQueueAsThePlaybook() throws IOException {
        Path messages = Path.of("src/main/resources/messages");
        assertThat(Files.readString(messages.resolve("names.properties")))
                .contains("group.fasttrack-ready-partner=Socios listos para usar FastTrack");
        assertThat(Files.readString(messages.resolve("tasklist.properties")))
                .contains("filter.fasttrack-ready-partner=Cola de socios listos para usar FastTrack");
    }
}
