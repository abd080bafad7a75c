package org.acmconversation.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which text is blank, and what is stripped. */
class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\r\n",
                "\u00a0",
                "\u2007\u202f\u3000",
                "\u2028\u2029\u0085",
                "\u200b\u200c\u200d\u2060\ufeff",
                "\u00ad\u034f\u061c",
                "\u3164\u115f\uffa0",
                "\u2800",
                "\ufe0f",
                "\udb40\udc20\udb40\udc7f"
            })
    void textWithoutVisibleCharactersIsBlank(String text) {
        assertThat(VisibleText.isBlank(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", " . ", "\u00a0ñ", "株式会社", "😀", "❤\ufe0f", "\ufffd", "\u0600"})
    void textWithAVisibleCharacterIsNotBlank(String text) {
        assertThat(VisibleText.isBlank(text)).isFalse();
    }

    @Test
    void unicodeWhiteSpaceIsBlank() {
        Pattern whiteSpace = Pattern.compile("[\\p{IsWhite_Space}\\p{Z}\\p{Cc}]");

        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .mapToObj(Character::toString)
                        .filter(character -> whiteSpace.matcher(character).matches()))
                .allMatch(VisibleText::isBlank)
                .allSatisfy(
                        character -> assertThat(VisibleText.strip(character)).isEmpty());
    }

    @Test
    void publishedPatternAgreesForTheBasicMultilingualPlane() {
        Pattern published = Pattern.compile(VisibleText.PATTERN);

        assertThat(IntStream.rangeClosed(0, 0xffff).mapToObj(Character::toString))
                .allSatisfy(character ->
                        assertThat(published.matcher(character).find()).isNotEqualTo(VisibleText.isBlank(character)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X", " X ", "X\u00a0", "\ufeffX\u200b", "\u3000X\r\n", "\u200eX\u2060 \t"})
    void stripsSurroundingInvisibleCharacters(String text) {
        assertThat(VisibleText.strip(text)).isEqualTo("X");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Grupo\u00a0Norte", "a\u200cb", "❤\ufe0f", "🏴\udb40\udc67\udb40\udc7f"})
    void keepsCharactersThatBelongToTheText(String text) {
        assertThat(VisibleText.strip(text)).isEqualTo(text);
    }

    @Test
    void countsCodePoints() {
        assertThat(VisibleText.length("ñ😀")).isEqualTo(2);
    }
}
