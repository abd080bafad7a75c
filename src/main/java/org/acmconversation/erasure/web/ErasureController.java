package org.acmconversation.erasure.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.acmconversation.erasure.Erasure;
import org.acmconversation.erasure.Erasures;
import org.acmconversation.erasure.Exports;
import org.acmconversation.erasure.Exports.Export;
import org.acmconversation.erasure.LegalHold;
import org.acmconversation.problem.BoundedText;
import org.acmconversation.problem.ParameterErrors;
import org.acmconversation.problem.VisibleText;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Personal data over REST. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Personal data")
class ErasureController {

    private static final int MAX_TENANT = 100;

    private final Erasures erasures;
    private final Exports exports;

    ErasureController(Erasures erasures, Exports exports) {
        this.erasures = erasures;
        this.exports = exports;
    }

    /** Why an engagement is erased or held. */
    @Schema(name = "ErasureReason")
    record Reason(@NotNull @BoundedText(max = 2000) String reason) {}

    /** All engagements of a tenant. */
    record TenantExport(String tenantId, List<Export> engagements) {}

    @GetMapping("/engagements/{id}/personal-data")
    @Operation(
            summary = "Export an engagement's personal data",
            description = "All rows about the customer and the people of the engagement, by table.")
    Export export(@PathVariable UUID id) {
        return exports.of(id);
    }

    @GetMapping("/personal-data")
    @Operation(summary = "Export the personal data of all engagements of a tenant")
    TenantExport exportTenant(@RequestParam String tenantId) {
        var errors = new ParameterErrors().checkText("tenantId", tenantId, MAX_TENANT);
        if (VisibleText.isBlank(tenantId)) {
            errors.add("tenantId", "must not be blank");
        }
        errors.throwIfAny();
        return new TenantExport(tenantId, exports.ofTenant(tenantId));
    }

    @PostMapping(path = "/engagements/{id}/erasure", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Erase an engagement's personal data",
            description = "The first administrator requests it, and the same request by a second one confirms it"
                    + " (acm.erasure.four-eyes). A running engagement is withdrawn then. 202 says that the erasure"
                    + " waits for the confirmation or for the end of the process; 200 has the receipt.")
    @ApiResponse(responseCode = "200", description = "The data has been erased.")
    @ApiResponse(responseCode = "202", description = "The data will be erased.")
    ResponseEntity<Erasure> erase(@PathVariable UUID id, @RequestBody Reason reason, Principal caller) {
        Erasure erasure = erasures.request(id, reason.reason(), caller.getName());
        return ResponseEntity.status(erasure.state() == Erasure.State.ERASED ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(erasure);
    }

    @GetMapping("/engagements/{id}/erasure")
    @Operation(summary = "Read the state of an erasure, or its receipt")
    Erasure erasure(@PathVariable UUID id) {
        return erasures.get(id);
    }

    @DeleteMapping("/engagements/{id}/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Cancel an erasure that nobody has confirmed")
    void cancel(@PathVariable UUID id) {
        erasures.cancel(id);
    }

    @GetMapping("/engagements/{id}/legal-hold")
    @Operation(summary = "Read who holds an engagement, and why")
    LegalHold hold(@PathVariable UUID id) {
        return erasures.hold(id);
    }

    @PutMapping(path = "/engagements/{id}/legal-hold", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Keep an engagement from being erased")
    LegalHold hold(@PathVariable UUID id, @RequestBody Reason reason, Principal caller) {
        return erasures.hold(id, reason.reason(), caller.getName());
    }

    @DeleteMapping("/engagements/{id}/legal-hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a hold")
    void release(@PathVariable UUID id) {
        erasures.release(id);
    }
}
