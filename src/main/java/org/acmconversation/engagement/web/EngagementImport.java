package org.acmconversation.engagement.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.acmconversation.engagement.EngagementExistsException;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.web.RowsInFlight.Result;
import org.acmconversation.problem.BodyTooLargeException;
import org.acmconversation.problem.FieldError;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.StrictJson;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Reads a CSV file row by row and starts an engagement for each; every row is a transaction of its own. Several rows
 * are started at once; of those with one external id the first comes first.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180, Common Format for CSV Files</a>
 */
@Component
class EngagementImport {

    private static final char REPLACEMENT_CHARACTER = '\ufffd';

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private final Engagements engagements;
    private final StrictJson json;
    private final ImportProperties properties;
    private final ImportThreads threads;

    EngagementImport(Engagements engagements, StrictJson json, ImportProperties properties, ImportThreads threads) {
        this.engagements = engagements;
        this.json = json;
        this.properties = properties;
        this.threads = threads;
    }

    /**
     * Imports all rows.
     *
     * @throws InvalidRequestException if there is no header or it is another one; nothing is imported then
     */
    void run(InputStream csv, ImportReport report) throws IOException {
        int maxRow = Math.toIntExact(properties.maxRowSize().toBytes());
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                        .skipEmptyLines(false)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .maxBufferSize(maxRow)
                        .ofCsvRecord(withoutByteOrderMark(csv));
                var inFlight = new RowsInFlight(threads, CallerContext.ofRequest(), report)) {
            Iterator<CsvRecord> rows = reader.iterator();
            CsvRecord row = header(rows);
            List<String> columns = columns(row);
            while (true) {
                try {
                    if (!rows.hasNext()) {
                        return;
                    }
                    row = rows.next();
                } catch (CsvParseException e) {
                    inFlight.add("", tooLong(lineAfter(row), maxRow));
                    return;
                }
                if (!isEmptyLine(row)) {
                    inFlight.add(externalId(row, columns), started(row, columns));
                }
            }
        }
    }

    private static Callable<Result> tooLong(long line, int maxRow) {
        String message = "is longer than %d characters; is a quote never closed? What follows was not read";
        return () -> rejected(line, List.of(new FieldError("row", message.formatted(maxRow))));
    }

    private Reader withoutByteOrderMark(InputStream csv) throws IOException {
        // Bytes that are no UTF-8 become replacement characters, by which their row is known and rejected alone.
        Reader reader = new BufferedReader(
                new InputStreamReader(new LimitedInputStream(csv, properties.maxFileSize()), StandardCharsets.UTF_8));
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    private static CsvRecord header(Iterator<CsvRecord> rows) {
        try {
            if (rows.hasNext()) {
                return rows.next();
            }
        } catch (CsvParseException e) {
            throw anotherHeader();
        }
        throw anotherHeader();
    }

    private static List<String> columns(CsvRecord header) {
        List<String> columns = header.getFields().stream().map(String::trim).toList();
        if (columns.size() != EngagementRow.COLUMNS.size() || !columns.containsAll(EngagementRow.COLUMNS)) {
            throw anotherHeader();
        }
        return columns;
    }

    private static InvalidRequestException anotherHeader() {
        return new InvalidRequestException("header", "the first line must be " + EngagementRow.HEADER);
    }

    private static boolean isEmptyLine(CsvRecord row) {
        return row.getFieldCount() == 1 && row.getField(0).isEmpty();
    }

    /** The reader does not say where the row starts that it could not read. */
    private static long lineAfter(CsvRecord row) {
        long lineBreaksInFields = row.getFields().stream()
                .mapToLong(field -> LINE_BREAK.matcher(field).results().count())
                .sum();
        return row.getStartingLineNumber() + lineBreaksInFields + 1;
    }

    /** That of a row which has no such column is no one's. */
    private static String externalId(CsvRecord row, List<String> columns) {
        int column = columns.indexOf(EngagementRow.EXTERNAL_ID);
        return column < row.getFieldCount() ? row.getField(column) : "";
    }

    private Callable<Result> started(CsvRecord row, List<String> columns) {
        return () -> {
            try {
                engagements.start(json.bind(EngagementRow.toJson(fields(row, columns)), NewEngagement.class));
                return ImportReport::accept;
            } catch (EngagementExistsException e) {
                return ImportReport::exists;
            } catch (InvalidRequestException e) {
                return rejected(row.getStartingLineNumber(), e.errors());
            }
        };
    }

    private static Map<String, String> fields(CsvRecord row, List<String> columns) {
        if (row.getFieldCount() != columns.size()) {
            throw new InvalidRequestException(
                    "row", "has %d fields, not %d".formatted(row.getFieldCount(), columns.size()));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String value = row.getField(i);
            if (value.indexOf(REPLACEMENT_CHARACTER) >= 0) {
                throw new InvalidRequestException(columns.get(i), "is not UTF-8");
            }
            fields.put(columns.get(i), value);
        }
        return fields;
    }

    private static Result rejected(long line, List<FieldError> errors) {
        return report -> {
            for (FieldError error : errors) {
                report.reject(line, new FieldError(EngagementRow.column(error.field()), error.message()));
            }
        };
    }

    /** Stops a file whose size was not announced once it is over the limit. */
    private static class LimitedInputStream extends FilterInputStream {

        private final DataSize limit;
        private long left;

        LimitedInputStream(InputStream in, DataSize limit) {
            super(in);
            this.limit = limit;
            this.left = limit.toBytes();
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new BodyTooLargeException(limit);
            }
        }
    }
}
