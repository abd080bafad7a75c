package org.acmconversation.ftop;

import java.util.regex.Pattern;
import org.acmconversation.problem.VisibleText;

/** Sanitizes external text for log lines and forms. */
public final class ExternalText {

    /**
     * Control and formatting characters, which could fake log lines or reverse the writing direction, and unpaired
     * surrogates.
     */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\s]+");

    private ExternalText() {}

    /**
     * Returns the text on one line without unprintable characters.
     *
     * @param limit maximum length; longer text ends with an ellipsis
     * @return empty if nothing printable is left
     */
    public static String cleaned(String text, int limit) {
        // Do not process text far beyond the limit.
        String start = text.substring(0, Math.min(text.length(), 10 * limit));
        String line = UNPRINTABLE.matcher(start).replaceAll(" ").strip();
        if (line.length() <= limit) {
            return line;
        }
        int end = limit - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** Whether the text has only printable characters, including inner spaces. */
    public static boolean isPrintable(String text) {
        return !VisibleText.isBlank(text) && cleaned(text, text.length()).equals(text);
    }
}
