package org.acmconversation.engagement.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parses CSV row by row. An invalid row is returned with an error message, and parsing continues with the next row,
 * which CSV libraries do not support. A row is never held in memory beyond its limit.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180, Common Format for CSV Files</a>
 */
class CsvRows {

    /**
     * One row, which may span several lines of the file.
     *
     * @param line line on which the row starts, from 1
     * @param fields the parsed fields, without quotes
     * @param objection why the row is invalid, or null
     */
    record Row(long line, List<String> fields, @Nullable String objection) {}

    private static final int END = -1;

    private final BufferedReader reader;
    private final int maxRow;
    private long line = 1;
    private long lastLine = 1;

    private List<String> fields = new ArrayList<>();
    private StringBuilder field = new StringBuilder();
    private int length;
    private @Nullable String objection;

    /** @param maxRow maximum number of characters in a row */
    CsvRows(BufferedReader reader, int maxRow) {
        this.reader = reader;
        this.maxRow = maxRow;
    }

    /** Returns the next row; empty at the end of the file. */
    Optional<Row> next() throws IOException {
        if (peek() == END) {
            return Optional.empty();
        }
        long start = line;
        fields = new ArrayList<>();
        field = new StringBuilder();
        length = 0;
        objection = null;
        while (readField()) {
            endField();
        }
        endField();
        if (objection != null && lastLine > start) {
            // A quote is missing or superfluous, so the end of the row is a guess.
            objection += "; the row was read up to line " + lastLine;
        }
        return Optional.of(new Row(start, fields, objection));
    }

    /** Reads a field; returns whether the row has another one. */
    private boolean readField() throws IOException {
        boolean wasQuoted = peek() == '"';
        if (wasQuoted) {
            read();
            readQuoted();
        }
        for (int c = read(); c != END && c != '\n'; c = read()) {
            if (c == ',') {
                count();
                return true;
            }
            if (wasQuoted) {
                objection = "has text after a closing quote";
            }
            keep(c);
        }
        return false;
    }

    private void readQuoted() throws IOException {
        for (int c = readRaw(); c != END; c = readRaw()) {
            if (c != '"') {
                keep(c);
            } else if (peek() == '"') {
                keep(read());
            } else {
                return;
            }
        }
        objection = "has an unclosed quote";
    }

    private void keep(int c) {
        count();
        field.append((char) c);
    }

    /** Discards a row that exceeds the limit while reading it. */
    private void count() {
        length++;
        if (length > maxRow) {
            objection = objection == null ? "is longer than %d characters".formatted(maxRow) : objection;
            fields.clear();
            field.setLength(0);
        }
    }

    private void endField() {
        fields.add(field.toString());
        field.setLength(0);
    }

    /** Normalizes line breaks outside of quotes to line feeds. */
    private int read() throws IOException {
        int c = readRaw();
        if (c == '\r') {
            if (peek() == '\n') {
                readRaw();
            }
            return '\n';
        }
        return c;
    }

    private int readRaw() throws IOException {
        int c = reader.read();
        lastLine = c == END ? lastLine : line;
        if (c == '\n' || c == '\r' && peek() != '\n') {
            line++;
        }
        return c;
    }

    private int peek() throws IOException {
        reader.mark(1);
        int c = reader.read();
        if (c != END) {
            reader.reset();
        }
        return c;
    }
}
