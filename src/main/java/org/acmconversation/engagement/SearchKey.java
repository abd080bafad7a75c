package org.acmconversation.engagement;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.acmconversation.problem.VisibleText;

/**
 * Text as the search compares it: without regard to case, accents, Unicode normal forms and the width of blanks. It is
 * made here and never by a database, each of which has its own idea of lower case.
 */
public class SearchKey {

    /** Accents, which any script may use; vowel signs, which belong to one, stay. */
    private static final Pattern ACCENTS = Pattern.compile("[\\p{Mn}&&\\p{IsInherited}]+");

    private static final Pattern BLANKS = Pattern.compile("[\\p{IsWhite_Space}\\p{Cc}]+");

    /** Unicode does not decompose these, and yet people type them without their strokes. */
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

    /** What is stored for an engagement. A search never matches across its two lines. */
    static String of(String customerName, String externalId) {
        return fold(customerName) + "\n" + fold(externalId);
    }

    /** What a key is like, with {@code !} as the escape, in which a text occurs. */
    public static String pattern(String text) {
        return "%" + fold(text).replaceAll("[!%_]", "!$0") + "%";
    }

    /** A text as it is stored and looked for. */
    static String fold(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll("");
        // To lower case twice: ẞ is then ß, SS and ss; a Greek sigma is the same at the end of a word as within it.
        StringBuilder folded = new StringBuilder();
        plain.toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .map(Character::toLowerCase)
                .forEach(c -> folded.append(STROKES.getOrDefault(c, Character.toString(c))));
        return BLANKS.matcher(VisibleText.strip(folded.toString())).replaceAll(" ");
    }
}
