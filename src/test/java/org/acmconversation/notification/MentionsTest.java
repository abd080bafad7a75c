package org.acmconversation.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in comments. */
class MentionsTest {

    private static final Map<String, String> PEOPLE =
            Map.of("ana", "Ana", "luis.peña", "luis.peña", "eva@example.org", "eva@example.org");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@ana ¿lo miras? | Ana",
                "Gracias, @Ana. | Ana",
                "(@luis.peña) | luis.peña",
                "@luis.peña, @ana: hoy | luis.peña Ana",
                "@ana @ana | Ana",
                "@eva@example.org. | eva@example.org",
                "escriba a correo@ana | ",
                "@anabel | ",
                "@ | "
            })
    void findsPeopleByName(String text, String people) {
        assertThat(Mentions.names(text, PEOPLE))
                .containsExactlyElementsOf(people == null ? List.of() : List.of(people.split(" ")));
    }
}
