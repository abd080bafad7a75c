package org.acmconversation.engagement.web;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A table that is written row by row, so that its length does not matter. Closing it completes it. */
interface Spreadsheet extends Closeable {

    /** Appends a row of texts, numbers, {@link java.time.LocalDateTime}s and nulls. */
    void row(List<Object> cells) throws IOException;

    /**
     * Text that no spreadsheet takes for a formula: an apostrophe goes before characters that begin one.
     *
     * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV injection</a>
     */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
