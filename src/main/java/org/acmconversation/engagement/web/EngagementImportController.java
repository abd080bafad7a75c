package org.acmconversation.engagement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.acmconversation.problem.BodyTooLargeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST API of the CSV import. */
@RestController
@RequestMapping("/api/engagements/import")
@Tag(name = "Engagements")
class EngagementImportController {

    private final EngagementImport engagementImport;
    private final ImportProperties properties;

    EngagementImportController(EngagementImport engagementImport, ImportProperties properties) {
        this.engagementImport = engagementImport;
        this.properties = properties;
    }

    @PostMapping(consumes = "text/csv", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Import engagements from CSV",
            description = "UTF-8, RFC 4180, one engagement per row, with the header row " + ImportRow.HEADER
                    + ". It may also have the columns country and timeZone. Separate services and initiatives by |."
                    + " Invalid rows are rejected individually. Importing the same file again changes nothing.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ImportReport.Summary.class)))
    void importRows(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getContentLengthLong() > properties.maxFileSize().toBytes()) {
            throw new BodyTooLargeException(properties.maxFileSize());
        }
        try (ImportReport report = new ImportReport()) {
            engagementImport.run(request.getInputStream(), report);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            report.writeTo(response.getOutputStream());
        }
    }
}
