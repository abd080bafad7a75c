package org.acmconversation.tasklist;

import org.acmconversation.problem.VisibleText;

/** What is stored of a submitted text. */
class SubmittedValue {

    private SubmittedValue() {}

    /** As much as forms count the characters of, and of a blank text nothing. */
    static String stored(String text) {
        if (VisibleText.isBlank(text)) {
            return "";
        }
        int start = 0;
        int end = text.length();
        while (isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** What JavaScript's {@code trim} removes. */
    private static boolean isWhiteSpace(char character) {
        return Character.isSpaceChar(character) || "\t\n\u000b\f\r\ufeff".indexOf(character) >= 0;
    }
}
