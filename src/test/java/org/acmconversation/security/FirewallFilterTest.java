package org.acmconversation.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Headers may contain the characters that Spring Security's firewall allows by default: assigned characters, no control
 * codes.
 */
class FirewallFilterTest {

    private static final Pattern NAMES = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");
    private static final Pattern VALUES = Pattern.compile("[\\p{IsAssigned}&&[[^\\p{IsControl}]||\\t]]*");

    @Test
    void allowsTheSameCharactersAsTheDefault() {
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            String header = "a" + Character.toString(character) + "b";
            assertThat(FirewallFilter.isAllowed(header, false))
                    .as("U+%04X in a name", character)
                    .isEqualTo(NAMES.matcher(header).matches());
            assertThat(FirewallFilter.isAllowed(header, true))
                    .as("U+%04X in a value", character)
                    .isEqualTo(VALUES.matcher(header).matches());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "a\r\nb", "a\0", "Bearer abc", "José", "\uD83D\uDE00", "\uD83D"})
    void allowsTheSameTextsAsTheDefault(String header) {
        assertThat(FirewallFilter.isAllowed(header, true))
                .isEqualTo(VALUES.matcher(header).matches());
    }
}
