package org.acmconversation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario keeps of an answer. */
class FormOptionsTest {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    private final FormOptions options = new FormOptions(ShippedFiles.models());

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T10:00:00Z, en 2 días",
        "2026-12-01T10:20:00+01:00, en 47 horas",
        "2026-11-29T10:20:00Z, en 1 hora",
        "2026-11-26T09:00:00Z, hace 3 días",
        "2026-11-29, hoy",
        "2026-11-30, en 1 día",
        "2026-11-22, hace 7 días"
    })
    void keepsDatesRelativeToTheAnswer(String date, String kept) {
        assertThat(FormOptions.fromNow(date, NOW)).contains(kept);
        assertThat(SpanishTime.fromNow(kept)).isPresent();
    }

    @Test
    void ignoresTextThatIsNotADate() {
        assertThat(FormOptions.fromNow("Ana", NOW)).isEmpty();
    }

    @Test
    void keepsOptionsAndReplacesText() {
        assertThat(options.kept("conductConversation", "changeKnowledge", "LOW", NOW))
                .contains("LOW");
        assertThat(options.kept("conductConversation", "changeKnowledge", "Ana", NOW))
                .isEmpty();
        assertThat(options.kept("conductConversation", "partnerRequested", true, NOW))
                .contains(true);
        assertThat(options.kept("conductConversation", "notes", "Llamar a Ana", NOW))
                .contains("Texto");
        assertThat(options.kept("conductConversation", "notes", "", NOW)).isEmpty();
        assertThat(options.kept("conductConversation", "resourcesShared", List.of("Ana"), NOW))
                .contains(List.of());
        assertThat(options.kept("deliverValueDiscussion", "discussionOutcome", "DELIVERED", NOW))
                .contains("DELIVERED");
    }

    @Test
    void dropsUnknownFields() {
        assertThat(options.kept("conductConversation", "gone", "x", NOW)).isEmpty();
        assertThat(options.kept("gone", "notes", "x", NOW)).isEmpty();
    }
}
