package org.acmconversation.engagement.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.acmconversation.problem.FieldError;

/**
 * What became of an import's rows. Rejections are kept in a temporary file, so that a file of nothing but bad rows
 * takes no more memory than one of good ones.
 */
class ImportReport implements Closeable {

    /** The report's shape, for the API's documentation. */
    @Schema(name = "ImportReport")
    record Summary(
            @Schema(description = "rows that started an engagement")
            long accepted,

            @Schema(description = "rows whose externalId had an engagement before")
            long existing,

            List<Rejection> rejected) {}

    /**
     * One thing wrong with a row.
     *
     * @param line line of the file on which the row starts, the header's being 1
     */
    record Rejection(long line, String field, String message) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final Path rejections;
    private final JsonGenerator rejectionWriter;
    private long accepted;
    private long existing;

    ImportReport() throws IOException {
        rejections = Files.createTempFile("import-rejections", ".json");
        rejectionWriter = JSON.createGenerator(Files.newOutputStream(rejections));
        rejectionWriter.writeStartArray();
    }

    void accept() {
        accepted++;
    }

    void exists() {
        existing++;
    }

    void reject(long line, FieldError error) throws IOException {
        rejectionWriter.writePOJO(new Rejection(line, error.field(), error.message()));
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
        Files.copy(rejections, out);
        json.writeRaw("}");
        json.flush();
    }

    @Override
    public void close() throws IOException {
        rejectionWriter.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT).close();
        Files.delete(rejections);
    }
}
