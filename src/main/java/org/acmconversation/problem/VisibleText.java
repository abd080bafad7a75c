package org.acmconversation.problem;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Defines which text is blank: text without visible characters. Invisible characters are Unicode's white space
 * including no-break spaces, control characters, default-ignorable code points such as the zero-width space, and the
 * empty Braille cell.
 *
 * @see <a href="https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point">UAX #44,
 *     Default_Ignorable_Code_Point</a>
 */
public class VisibleText {

    private static final String INVISIBLE = "\\u0000-\\u0020\\u007F-\\u00A0\\u00AD\\u034F\\u061C\\u115F\\u1160\\u1680"
            + "\\u17B4\\u17B5\\u180B-\\u180F\\u2000-\\u200F\\u2028-\\u202F\\u205F-\\u206F\\u2800\\u3000\\u3164"
            + "\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFF8";

    private static final String INVISIBLE_BEYOND_FFFF =
            "\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E0FFF}";

    /**
     * An ECMA-262 regular expression that matches any text that is not blank, with and without the flag {@code u}. It
     * cannot express the few invisible characters above U+FFFF and accepts them.
     */
    public static final String PATTERN = "[^" + INVISIBLE + "]";

    private static final Pattern VISIBLE = Pattern.compile("[^" + INVISIBLE + INVISIBLE_BEYOND_FFFF + "]");

    /**
     * Invisible characters that are stripped. Variation selectors are not, since they belong to the preceding
     * character.
     */
    private static final Set<Integer> SURROUNDING = Set.of(
            (int) Character.SPACE_SEPARATOR,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR,
            (int) Character.CONTROL,
            (int) Character.FORMAT);

    private VisibleText() {}

    /** Whether the text has no visible characters. */
    public static boolean isBlank(String text) {
        return !VISIBLE.matcher(text).find();
    }

    /** Removes leading and trailing white space and zero-width characters. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSurrounding(text.charAt(start))) {
            start++;
        }
        while (end > start && isSurrounding(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSurrounding(char character) {
        return SURROUNDING.contains(Character.getType(character)) && isBlank(String.valueOf(character));
    }

    /** Returns the length in code points, as in JSON Schema. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
