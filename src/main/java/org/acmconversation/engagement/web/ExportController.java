package org.acmconversation.engagement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;
import org.acmconversation.engagement.EngagementList;
import org.acmconversation.webpage.ReaderTimeZone;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.util.StreamUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Exports the list of engagements. A table is written to a temporary file first. So a slow client occupies no database
 * connection, and a failure results in a problem document instead of half a file.
 */
@RestController
@Tag(name = "Engagements")
class ExportController {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Maximum number of exports at a time; each holds a database connection while it reads. */
    private static final int AT_ONCE = 4;

    private final EngagementList list;
    private final ReaderTimeZone zones;
    private final Semaphore free = new Semaphore(AT_ONCE);

    ExportController(EngagementList list, ReaderTimeZone zones) {
        this.list = list;
        this.zones = zones;
    }

    /** Creates a table in a given format. */
    private interface Format {
        Spreadsheet to(OutputStream out) throws IOException;
    }

    @GetMapping("/api/engagements.csv")
    @Operation(
            summary = "Export engagements as CSV",
            description =
                    "All engagements that the list shows with the same parameters. The first columns are those that an"
                            + " import needs. Times are in your time zone. An apostrophe precedes text that a spreadsheet"
                            + " would interpret as a formula.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
    void csv(
            @ParameterObject ListParameters parameters,
            BindingResult binding,
            @ParameterObject ListTextParameters texts,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        parameters.check(binding, texts).throwIfAny();
        export(
                parameters,
                texts,
                zones.of(request),
                CsvSpreadsheet::new,
                CSV + ";charset=UTF-8",
                "engagements.csv",
                response);
    }

    @GetMapping("/api/engagements.xlsx")
    @Operation(summary = "Export engagements as an Excel workbook", description = "The same content as the CSV export.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")))
    void xlsx(
            @ParameterObject ListParameters parameters,
            BindingResult binding,
            @ParameterObject ListTextParameters texts,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        parameters.check(binding, texts).throwIfAny();
        export(parameters, texts, zones.of(request), XlsxSpreadsheet::new, XLSX, "engagements.xlsx", response);
    }

    private void export(
            ListParameters parameters,
            ListTextParameters texts,
            ZoneId zone,
            Format format,
            String contentType,
            String fileName,
            HttpServletResponse response)
            throws IOException {
        try (FileChannel file = TemporaryFile.create()) {
            if (!free.tryAcquire()) {
                throw new TooManyExportsException();
            }
            try {
                write(parameters, texts, zone, format, file);
            } finally {
                free.release();
            }
            response.setContentType(contentType);
            response.setContentLengthLong(file.size());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(fileName).build().toString());
            Channels.newInputStream(file.position(0)).transferTo(response.getOutputStream());
        }
    }

    private void write(
            ListParameters parameters, ListTextParameters texts, ZoneId zone, Format format, FileChannel file)
            throws IOException {
        var out = new BufferedOutputStream(Channels.newOutputStream(file));
        try (Spreadsheet table = format.to(StreamUtils.nonClosing(out))) {
            table.row(ExportRow.HEADER);
            list.forEach(parameters.filter(texts, zone), texts.property(), texts.isDescending(), engagement -> {
                try {
                    table.row(ExportRow.of(engagement, zone));
                } catch (IOException e) {
                    throw new UncheckedIOException("The export's temporary file cannot be written", e);
                }
            });
        }
        out.flush();
    }
}
