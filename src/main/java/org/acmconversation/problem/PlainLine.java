package org.acmconversation.problem;

import java.util.regex.Pattern;

/**
 * Text from outside as people are shown it: a name with a line break or a bidirectional override in it can look like
 * something else than it is, in a list and in a sentence. It is stored as it came.
 *
 * @see <a href="https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters">UAX #9, Directional formatting
 *     characters</a>
 */
public class PlainLine {

    private static final Pattern OVERRIDE = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern BREAK = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private PlainLine() {}

    /** The text as one line that reads in one direction. */
    public static String of(String text) {
        return BREAK.matcher(withoutOverrides(text)).replaceAll(" ");
    }

    /** The text with its lines, without embeddings, overrides and isolates. Marks of a direction stay. */
    public static String withoutOverrides(String text) {
        return OVERRIDE.matcher(text).replaceAll("");
    }
}
