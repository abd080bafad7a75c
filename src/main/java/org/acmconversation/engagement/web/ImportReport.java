package org.acmconversation.engagement.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.acmconversation.problem.FieldError;

/**
 * The result of an import. Rejections are stored in a temporary file, so that a file with only invalid rows needs no
 * more memory than one with valid rows.
 */
class ImportReport implements Closeable {

    /** The report's schema, for the API documentation. */
    @Schema(name = "ImportReport")
    record Summary(
            @Schema(description = "number of rows that started an engagement")
            long accepted,

            @Schema(description = "number of rows whose externalId already existed")
            long existing,

            List<Rejection> rejected) {}

    /**
     * An error in a row.
     *
     * @param line line on which the row starts; the header is line 1
     */
    record Rejection(long line, String field, String message) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final FileChannel rejections;
    private final JsonGenerator rejectionWriter;
    private final RejectedRows rejectedRows = new RejectedRows();
    private long accepted;
    private long existing;
    private long rejected;

    ImportReport() throws IOException {
        this(TemporaryFile.create());
    }

    /** @param rejections file for the rejections, closed with the report */
    ImportReport(FileChannel rejections) throws IOException {
        this.rejections = rejections;
        rejectionWriter = JSON.createGenerator(Channels.newOutputStream(rejections));
        rejectionWriter.writeStartArray();
    }

    void accept() {
        accepted++;
    }

    void exists() {
        existing++;
    }

    void reject(CsvRows.Row row, List<FieldError> errors) throws IOException {
        for (FieldError error : errors) {
            rejected++;
            rejectionWriter.writePOJO(new Rejection(row.line(), error.field(), error.message()));
        }
        rejectedRows.add(row);
    }

    /** The rejected rows, so that they can be corrected. */
    RejectedRows rejectedRows() {
        return rejectedRows;
    }

    /**
     * The part of the report that a page shows.
     *
     * @param rejected number of rejections
     * @param shown the first of them
     */
    record Shown(long accepted, long existing, long rejected, List<Rejection> shown) {}

    /** Reads the first rejections back. */
    Shown summary(int most) throws IOException {
        rejectionWriter.writeEndArray();
        rejectionWriter.flush();
        List<Rejection> first = new ArrayList<>();
        try (JsonParser json = JSON.createParser(Channels.newInputStream(rejections.position(0)))
                .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT && first.size() < most) {
                first.add(json.readValueAs(Rejection.class));
            }
        }
        return new Shown(accepted, existing, rejected, first);
    }

    void writeTo(OutputStream out) throws IOException {
        rejectionWriter.writeEndArray();
        rejectionWriter.flush();
        JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeNumberField("accepted", accepted);
        json.writeNumberField("existing", existing);
        json.writeFieldName("rejected");
        json.writeRaw(":");
        json.flush();
        Channels.newInputStream(rejections.position(0)).transferTo(out);
        json.writeRaw("}");
        json.flush();
    }

    @Override
    public void close() throws IOException {
        try (rejections) {
            rejectionWriter
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT)
                    .close();
        }
    }
}
