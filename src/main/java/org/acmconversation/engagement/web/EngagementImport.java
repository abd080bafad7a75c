package org.acmconversation.engagement.web;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.acmconversation.engagement.EngagementExistsException;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.web.CsvRows.Row;
import org.acmconversation.engagement.web.RowsInFlight.Result;
import org.acmconversation.problem.BodyTooLargeException;
import org.acmconversation.problem.FieldError;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.StrictJson;
import org.acmconversation.problem.VisibleText;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Parses a CSV file row by row and starts an engagement for each row in its own transaction. Several rows are imported
 * concurrently; rows with the same external id are imported in the order of the file.
 */
@Component
class EngagementImport {

    /** An unpaired surrogate, which valid UTF-8 cannot contain. */
    private static final char NOT_UTF_8 = '\udfff';

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
     * @throws InvalidRequestException if the header is missing or wrong; then nothing is imported
     */
    void run(InputStream csv, ImportReport report) throws IOException {
        var rows = new CsvRows(
                withoutByteOrderMark(csv),
                Math.toIntExact(properties.maxRowSize().toBytes()));
        List<String> columns = columns(rows.next().orElseThrow(EngagementImport::anotherHeader));
        report.rejectedRows().header(columns);
        try (var inFlight = new RowsInFlight(threads, CallerContext.ofRequest(), report)) {
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                if (!isEmpty(row.get())) {
                    inFlight.add(externalId(row.get(), columns), started(row.get(), columns));
                }
            }
        }
    }

    private BufferedReader withoutByteOrderMark(InputStream csv) throws IOException {
        var reader = new BufferedReader(
                new InputStreamReader(new LimitedInputStream(csv, properties.maxFileSize()), markingWhatIsNotUtf8()));
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    /** Replaces invalid UTF-8 by a marker, so that only its row is rejected. */
    private static CharsetDecoder markingWhatIsNotUtf8() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(NOT_UTF_8));
    }

    private static List<String> columns(Row header) {
        List<String> columns = header.fields().stream().map(VisibleText::strip).toList();
        if (header.objection() != null || !ImportRow.areColumns(columns)) {
            throw anotherHeader();
        }
        return columns;
    }

    private static InvalidRequestException anotherHeader() {
        return new InvalidRequestException(
                "header",
                "the first line must be %s; it may also have %s"
                        .formatted(ImportRow.HEADER, String.join(" and ", ImportRow.OPTIONAL)));
    }

    /** Excel leaves rows that contain only commas. */
    private static boolean isEmpty(Row row) {
        return row.objection() == null && row.fields().stream().allMatch(VisibleText::isBlank);
    }

    /** Returns the external id; empty if the row has no such column. */
    private static String externalId(Row row, List<String> columns) {
        int column = columns.indexOf(ImportRow.EXTERNAL_ID);
        return column < row.fields().size() ? VisibleText.strip(row.fields().get(column)) : "";
    }

    private Callable<Result> started(Row row, List<String> columns) {
        return () -> {
            try {
                engagements.start(json.bind(ImportRow.toJson(fields(row, columns)), NewEngagement.class));
                return ImportReport::accept;
            } catch (EngagementExistsException e) {
                return ImportReport::exists;
            } catch (InvalidRequestException e) {
                return rejected(row, e.errors());
            }
        };
    }

    private static Map<String, String> fields(Row row, List<String> columns) {
        if (row.objection() != null) {
            throw new InvalidRequestException("row", row.objection());
        }
        if (row.fields().size() != columns.size()) {
            throw new InvalidRequestException(
                    "row", "has %d fields, not %d".formatted(row.fields().size(), columns.size()));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String value = row.fields().get(i);
            if (value.indexOf(NOT_UTF_8) >= 0) {
                throw new InvalidRequestException(columns.get(i), "is not UTF-8");
            }
            fields.put(columns.get(i), value);
        }
        return fields;
    }

    private static Result rejected(Row row, List<FieldError> errors) {
        List<FieldError> byColumn = errors.stream()
                .map(error -> new FieldError(ImportRow.column(error.field()), error.message()))
                .toList();
        return report -> report.reject(row, byColumn);
    }

    /** Enforces the size limit for requests without a {@code Content-Length}. */
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
