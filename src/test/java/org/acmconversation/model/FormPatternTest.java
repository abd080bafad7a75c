package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Form patterns match the same texts on the server as in the browser. {@code RegExp} is the reference. */
class FormPatternTest {

    static List<Arguments> browsers() {
        return List.of(
                arguments("^[A-Z]+$", "ABC", true),
                arguments("^[A-Z]+$", "ABC\n", false),
                arguments("^[A-Z]+$", "ABC\r\n", false),
                arguments("[A-Z]", "abCd", true),
                arguments("^.$", "\n", false),
                arguments("^.$", "\u2028", false),
                arguments("^.$", "\u0085", true),
                arguments("^\\s$", "\u00a0", true),
                arguments("^\\s$", "\ufeff", true),
                arguments("^\\S$", "\u00a0", false),
                arguments("^[\\s-]+$", "\u00a0-", true),
                arguments("^[^\\s]+$", "\u3000", false),
                arguments("^[\\Sx]$", "\u3000", false),
                arguments("^[[]$", "[", true),
                arguments("^[a&&b]$", "&", true),
                arguments("^[a^]$", "^", true),
                arguments("^\\d{2,3}-\\w+$", "12-a", true),
                arguments("^\\d$", "\u0663", false),
                arguments("^(?:a|b)*?c$", "abc", true),
                arguments("^(a)(?=b)b(?!c)", "abd", true),
                arguments("(?<=a)b", "ab", true),
                arguments("(?<!a)b", "ab", false),
                arguments("^\\u00f1\\x41\\.\\/$", "\u00f1A./", true),
                arguments("^\\t[\\n]$", "\t\n", true));
    }

    @ParameterizedTest
    @MethodSource("browsers")
    void matchesTheSameAsTheBrowser(String pattern, String text, boolean isFound) {
        assertThat(FormPattern.of(pattern))
                .get()
                .satisfies(readable -> assertThat(readable.isFoundIn(text)).isEqualTo(isFound));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[A-Z",
                "(a",
                "a)",
                "*a",
                "a++",
                "a?+",
                "a{2}+",
                "a**",
                "a{",
                "a}",
                "]",
                "[]",
                "[^]",
                "(?i)a",
                "(?>a)",
                "(?<name>a)",
                "\\Qa\\E",
                "\\Aa\\z",
                "\\p{L}",
                "\\bword\\b",
                "(a)\\1",
                "\\h",
                "\\u{1F600}",
                "\\cA",
                "\\k<a>",
                "\\",
                "[a\\",
            })
    void rejectsPatternsThatJavaAndJavaScriptReadDifferently(String pattern) {
        assertThat(FormPattern.of(pattern)).isEmpty();
    }

    @Test
    void stopsCatastrophicBacktracking() {
        FormPattern pattern = FormPattern.of("(.*a){12}c").orElseThrow();

        assertThat(pattern.isFoundIn("a".repeat(12) + "c")).isTrue();
        assertThat(pattern.isFoundIn("a".repeat(4_000))).isFalse();
    }
}
