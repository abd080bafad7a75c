package org.acmconversation.engagement.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads CSV row by row. A row that breaks the rules says what is wrong with it, and the next one is read as if nothing
 * had been: there is no library that goes on after such a row. A row is never held in memory beyond its limit.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180, Common Format for CSV Files</a>
 */
class CsvRows {

    /**
     * One row, which may span several lines of the file.
     *
     * @param line where it starts, the first line being 1
     * @param fields those that were read, without their quotes
     * @param objection why it cannot be used, or null
     */
    record Row(long line, List<String> fields, String objection) {}

    private static final int END = -1;

    private final BufferedReader reader;
    private final int maxRow;
    private long line = 1;
    private long lastLine = 1;

    private List<String> fields;
    private StringBuilder field;
    private int length;
    private String objection;

    /** @param maxRow most characters that a row may have */
    CsvRows(BufferedReader reader, int maxRow) {
        this.reader = reader;
        this.maxRow = maxRow;
    }

    /** The next row; empty at the end of the file. */
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
            // A quote is missing or too much, and where the row ends is a guess.
            objection += "; the row was read up to line " + lastLine;
        }
        return Optional.of(new Row(start, fields, objection));
    }

    /** Returns whether the row has another field. */
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

    /** Forgets a row that is too long while it goes on. */
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

    /** A line break outside of quotes, of whatever kind, is a line feed. */
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
