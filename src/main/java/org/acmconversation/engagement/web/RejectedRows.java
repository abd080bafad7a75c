package org.acmconversation.engagement.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The rejected rows of an imported file, unchanged, so that they can be corrected and imported again. Rows that would
 * make the page too long, and rows that could not be read completely, are left out.
 */
class RejectedRows {

    private static final int MAX_CHARACTERS = 1_000_000;

    private final List<List<String>> records = new ArrayList<>();
    private int length;
    private boolean isComplete = true;

    void header(List<String> columns) {
        records.add(columns);
    }

    void add(CsvRows.Row row) {
        int characters = row.fields().stream().mapToInt(String::length).sum();
        if (row.objection() != null || length + characters > MAX_CHARACTERS) {
            isComplete = false;
            return;
        }
        length += characters;
        records.add(row.fields());
    }

    /** Whether it contains no rows. */
    public boolean isEmpty() {
        return records.size() < 2;
    }

    /** Whether it contains all rejected rows. */
    public boolean isComplete() {
        return isComplete;
    }

    /** The file as a data URL, so that nothing is stored on the server. */
    public String address() {
        var text = new StringWriter().append("\uFEFF");
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            records.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return "data:text/csv;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
