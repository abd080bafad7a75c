package org.acmconversation.audit.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.acmconversation.audit.AuditEntry;
import org.acmconversation.audit.AuditPage;
import org.acmconversation.audit.AuditQuery;
import org.acmconversation.audit.AuditTrail;
import org.acmconversation.database.PageRequest;
import org.acmconversation.problem.ParameterErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST API of the audit trail, for administrators. */
@RestController
@Tag(name = "Audit")
class AuditController {

    private static final int MAX_TEXT = 255;

    private final AuditTrail trail;
    private final ObjectMapper json;

    AuditController(AuditTrail trail, ObjectMapper json) {
        this.trail = trail;
        this.json = json;
    }

    @GetMapping(
            path = "/api/audit",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
    @Operation(
            summary = "Read the audit trail",
            description =
                    "application/json: one page, newest first. application/x-ndjson: all entries, one per line, oldest"
                            + " first.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = AuditPage.class)),
                @Content(
                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                        schema = @Schema(implementation = AuditEntry.class))
            })
    @Nullable
    AuditPage read(
            @RequestParam(required = false) @Parameter(description = "earliest time, inclusive") Instant from,
            @RequestParam(required = false) @Parameter(description = "latest time, exclusive") Instant to,
            @RequestParam(required = false) String actor,
            @RequestParam(required = false)
                    @Parameter(description = "an action such as task.claim, or a prefix such as task")
                    String action,
            @RequestParam(required = false) UUID engagementId,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) @Parameter(hidden = true)
                    String accept,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        new ParameterErrors()
                .checkText("actor", actor, MAX_TEXT)
                .checkText("action", action, MAX_TEXT)
                .checkPage(page, size)
                .throwIfAny();
        var query = new AuditQuery(from, to, actor, action, engagementId);
        if (wantsLines(accept)) {
            writeLines(query, response);
            return null;
        }
        return trail.find(query, new PageRequest(page, size));
    }

    /** Whether {@code application/x-ndjson} is accepted explicitly and not less preferred than a page. */
    private static boolean wantsLines(String accept) {
        List<MediaType> accepted = new ArrayList<>(MediaType.parseMediaTypes(accept));
        accepted.sort((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()));
        return accepted.stream()
                .filter(type -> type.includes(MediaType.APPLICATION_JSON)
                        || type.equalsTypeAndSubtype(MediaType.APPLICATION_NDJSON))
                .findFirst()
                .filter(type -> type.equalsTypeAndSubtype(MediaType.APPLICATION_NDJSON))
                .isPresent();
    }

    private void writeLines(AuditQuery query, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        var out = response.getOutputStream();
        trail.forEach(query, entry -> {
            try {
                out.write(json.writeValueAsBytes(entry));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException("The client disconnected before it had received all entries", e);
            }
        });
    }
}
