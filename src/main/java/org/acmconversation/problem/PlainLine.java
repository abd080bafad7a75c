package org.acmconversation.problem;

import java.util.regex.Pattern;

/**
 * Makes external text safe to display: a name with a line break or a bidirectional override could look like something
 * else in a list or a sentence. The stored text is unchanged.
 *
 * @see <a href="https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters">UAX #9, Directional formatting
 *     characters</a>
 */
public class PlainLine {

    private static final Pattern OVERRIDE = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern BREAK = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private PlainLine() {}

    /** Returns the text as a single line without directional formatting. */
    public static String of(String text) {
        return BREAK.matcher(withoutOverrides(text)).replaceAll(" ");
    }

    /**
     * Returns the text with its line breaks, but without directional embeddings, overrides and isolates. Direction
     * marks are kept.
     */
    public static String withoutOverrides(String text) {
        return OVERRIDE.matcher(text).replaceAll("");
    }
}
