package org.acmconversation.engagement.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parses CSV row by row. An invalid row is returned with an error message, and parsing continues with the next row,
 * which CSV libraries do not support. If an invalid row spans several lines, its first line probably lacks a quote:
 * only that line is invalid, and the others are parsed again. A row is never held in memory beyond its limit.
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
    private static final String UNCLOSED = "has an unclosed quote";

    private final BufferedReader reader;
    private final int maxRow;
    private final String tooLong;
    private long line = 1;
    private long lastLine = 1;

    /** Limit on parsing lines again: this many times the characters read so far. */
    private static final int MAX_AGAIN = 16;

    /** Lines to parse again, before the rest of the file. */
    private String again = "";

    private int nextAgain;
    private long readAgain;
    private long readOnce;

    /** The characters of the row so far, up to two more than the limit: a quote inside of quotes has two. */
    private final StringBuilder raw = new StringBuilder();

    /** The number of characters of the row so far. */
    private long consumed;

    /** Where the row's second line begins in {@link #raw}; negative during the first line. */
    private int secondLine;

    private List<String> fields = new ArrayList<>();
    private StringBuilder field = new StringBuilder();
    private int length;
    private @Nullable String objection;

    /** @param maxRow maximum number of characters in a row */
    CsvRows(BufferedReader reader, int maxRow) {
        this.reader = reader;
        this.maxRow = maxRow;
        this.tooLong = "is longer than %d characters".formatted(maxRow);
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
        raw.setLength(0);
        consumed = 0;
        secondLine = -1;
        while (readField()) {
            endField();
        }
        endField();
        if (objection != null && secondLine >= 0 && secondLine < raw.length() && canParseAgain()) {
            objection = raw.length() > maxRow ? objection : UNCLOSED;
            again = raw.substring(secondLine) + again.substring(nextAgain);
            nextAgain = 0;
            line = start + 1;
        } else if (objection != null && lastLine > start) {
            // The row has ended at a guess.
            objection += "; the row was read up to line " + lastLine;
        }
        return Optional.of(new Row(start, fields, objection));
    }

    /** Reads a field; returns whether the row has another one. */
    private boolean readField() throws IOException {
        boolean wasQuoted = peek() == '"';
        if (wasQuoted) {
            read();
            if (!readQuoted()) {
                return false;
            }
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
            if (objection != null && raw.length() > maxRow && secondLine >= 0 && canParseAgain()) {
                return false;
            }
        }
        return false;
    }

    /** Reads up to the closing quote; returns false if the row ends without one. */
    private boolean readQuoted() throws IOException {
        for (int c = readRaw(); c != END; c = readRaw()) {
            if (c != '"') {
                keep(c);
            } else if (peek() == '"') {
                keep(read());
            } else {
                return true;
            }
            if (raw.length() > maxRow && secondLine >= 0 && (canParseAgain() || secondLine == raw.length())) {
                // The last moment at which the lines after the first one can still be parsed again.
                objection = tooLong + ", or " + UNCLOSED;
                return false;
            }
        }
        objection = UNCLOSED;
        return false;
    }

    /** Returns how many characters were parsed again so far. */
    long readAgain() {
        return readAgain;
    }

    private boolean canParseAgain() {
        return consumed == raw.length() && readAgain <= MAX_AGAIN * readOnce;
    }

    private void keep(int c) {
        count();
        field.append((char) c);
    }

    /** Discards a row that exceeds the limit while reading it. */
    private void count() {
        length++;
        if (length > maxRow) {
            objection = objection == null ? tooLong : objection;
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
        int c = next(nextAgain < again.length());
        if (c != END) {
            lastLine = line;
            consumed++;
            if (raw.length() <= maxRow + 1) {
                raw.append((char) c);
            }
        }
        if (c == '\n' || c == '\r' && peek() != '\n') {
            line++;
            secondLine = secondLine < 0 ? raw.length() : secondLine;
        }
        return c;
    }

    private int next(boolean isAgain) throws IOException {
        if (isAgain) {
            readAgain++;
            return again.charAt(nextAgain++);
        }
        readOnce++;
        return reader.read();
    }

    private int peek() throws IOException {
        if (nextAgain < again.length()) {
            return again.charAt(nextAgain);
        }
        reader.mark(1);
        int c = reader.read();
        if (c != END) {
            reader.reset();
        }
        return c;
    }
}
