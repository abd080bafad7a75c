package org.acmconversation.formanswer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Answers as readers see them. */
class AnswerTest {

    private static final Locale MEXICO = Locale.forLanguageTag("es-MX");

    @Test
    void numbersAreThoseOfTheReadersRegion() {
        var budget = new Answer("budget", "Presupuesto", 1234.5, "1.234,5");

        assertThat(budget.shownIn(MEXICO)).isEqualTo("1,234.5");
        assertThat(budget.shownIn(Locale.forLanguageTag("es-ES"))).isEqualTo("1.234,5");
    }

    @Test
    void otherAnswersAreThoseThatThePersonSaw() {
        assertThat(new Answer("interest", "Interés", "HIGH", "Alto").shownIn(MEXICO))
                .isEqualTo("Alto");
        assertThat(new Answer("topics", "Temas", List.of("A"), "Licencias: 1.234").shownIn(MEXICO))
                .isEqualTo("Licencias: 1.234");
    }
}
