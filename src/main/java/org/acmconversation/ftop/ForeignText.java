package org.acmconversation.ftop;

import java.util.regex.Pattern;
import org.acmconversation.problem.VisibleText;

/** Text that others wrote, made fit for a line of a log or a form. */
public final class ForeignText {

    /** Control and formatting characters, which could fake lines or turn the direction of writing, and half pairs. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\s]+");

    private ForeignText() {}

    /**
     * The text on one line without unprintable characters.
     *
     * @param limit how many characters are kept at most; an ellipsis stands for the rest
     * @return empty if nothing printable is left
     */
    public static String cleaned(String text, int limit) {
        // What lies far beyond the limit need not be looked at to be left out.
        String start = text.substring(0, Math.min(text.length(), 10 * limit));
        String line = UNPRINTABLE.matcher(start).replaceAll(" ").strip();
        if (line.length() <= limit) {
            return line;
        }
        int end = limit - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Whether a text has printable characters only, spaces within included. */
    public static boolean isPrintable(String text) {
        return !VisibleText.isBlank(text) && cleaned(text, text.length()).equals(text);
    }
}
