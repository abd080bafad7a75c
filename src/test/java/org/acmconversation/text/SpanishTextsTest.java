package org.acmconversation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanishTextsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"deployment", "engine", "forms", "ftop", "models", "probe", "problems", "releases", "scenarios"})
    void everyTextIsAMessageFormat(String file) {
        ResourceBundle texts = ResourceBundle.getBundle("messages/" + file, Locale.ROOT);

        assertThat(texts.keySet()).isNotEmpty().allSatisfy(key -> {
            assertThatCode(() -> new MessageFormat(texts.getString(key))).doesNotThrowAnyException();
            assertThat(texts.getString(key)).doesNotContain("%s");
        });
    }

    @Test
    void numbersHaveSpanishSeparators() {
        assertThat(SpanishTexts.of("releases").text("release.leftOut.more", 1234))
                .contains(" 1.234 ");
        assertThat(SpanishTexts.of("releases").text("modeler.findings", 1234L)).contains("borrador 1234 ");
    }
}
