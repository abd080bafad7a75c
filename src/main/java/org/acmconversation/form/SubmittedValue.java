package org.acmconversation.form;

import org.acmconversation.problem.VisibleText;

/** Normalizes submitted texts. */
class SubmittedValue {

    private SubmittedValue() {}

    /** Trims a text like form-js before it counts characters; a blank text becomes empty. */
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

    /** The characters that JavaScript's {@code trim} removes. */
    private static boolean isWhiteSpace(char character) {
        return Character.isSpaceChar(character) || "\t\n\u000b\f\r\ufeff".indexOf(character) >= 0;
    }
}
