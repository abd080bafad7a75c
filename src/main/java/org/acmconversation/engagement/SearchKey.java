package org.acmconversation.engagement;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.acmconversation.problem.VisibleText;

/**
 * Text folded for searching: ignores case, accents, Unicode normalization forms and the width of white space. It is
 * computed in Java, because databases differ in how they convert to lower case.
 */
public class SearchKey {

    /** Accents that any script may use; vowel signs of a single script are kept. */
    private static final Pattern ACCENTS = Pattern.compile("[\\p{Mn}&&\\p{IsInherited}]+");

    private static final Pattern BLANKS = Pattern.compile("[\\p{IsWhite_Space}\\p{Cc}]+");

    /** Unicode does not decompose these letters, but people type them without their strokes. */
    private static final Map<Integer, String> STROKES = Map.of(
            (int) 'ø', "o",
            (int) 'đ', "d",
            (int) 'ð', "d",
            (int) 'ł', "l",
            (int) 'ħ', "h",
            (int) 'ŧ', "t",
            (int) 'æ', "ae",
            (int) 'œ', "oe",
            (int) 'þ', "th");

    private SearchKey() {}

    /** Returns the key that is stored for an engagement. A search never matches across its two lines. */
    static String of(String customerName, String externalId) {
        return fold(customerName) + "\n" + fold(externalId);
    }

    /** Returns the {@code like} pattern, with {@code !} as the escape character, for keys that contain a text. */
    public static String pattern(String text) {
        return "%" + fold(text).replaceAll("[!%_]", "!$0") + "%";
    }

    /** Folds a text for storing and searching. */
    static String fold(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll("");
        // Convert to lower case twice: ẞ becomes ß, SS and ss; a final sigma equals one within a word.
        StringBuilder folded = new StringBuilder();
        plain.toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .map(Character::toLowerCase)
                .forEach(c -> folded.append(STROKES.getOrDefault(c, Character.toString(c))));
        return BLANKS.matcher(VisibleText.strip(folded.toString())).replaceAll(" ");
    }
}
