package org.acmconversation.problem;

import java.util.regex.Pattern;

/**
 * Text from outside as one line that reads in one direction: a name with a line break or a bidirectional override in it
 * can look like something else than it is, in a list, in a log and in a sentence.
 *
 * @see <a href="https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters">UAX #9, Directional formatting
 *     characters</a>
 */
public class PlainLine {

    private static final String OVERRIDES = "\\u202A-\\u202E\\u2066-\\u2069";
    private static final String BREAKS = "\\n\\r\\t\\u000B\\f\\u0085\\u2028\\u2029";

    private static final Pattern OVERRIDE = Pattern.compile("[" + OVERRIDES + "]");
    private static final Pattern BREAK = Pattern.compile("[" + BREAKS + "]+");

    private PlainLine() {}

    /** Whether the text has no directional override, embedding or isolate. */
    public static boolean hasOneDirection(String text) {
        return !OVERRIDE.matcher(text).find();
    }

    /** Whether it is one line besides. */
    public static boolean isOne(String text) {
        return hasOneDirection(text) && !BREAK.matcher(text).find();
    }

    /** What was stored before this was checked, or comes from another system, without either. */
    public static String of(String text) {
        return BREAK.matcher(OVERRIDE.matcher(text).replaceAll("")).replaceAll(" ");
    }
}
