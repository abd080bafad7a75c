package org.acmconversation.engagement.web;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A table that is written row by row, so that it may have any length. Closing it completes it. */
interface Spreadsheet extends Closeable {

    /** Appends a row of texts, numbers, {@link java.time.LocalDateTime}s and nulls. */
    void row(List<Object> cells) throws IOException;

    /**
     * Returns the text with a leading apostrophe if a spreadsheet would interpret it as a formula.
     *
     * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV injection</a>
     */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
