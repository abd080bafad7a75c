package org.acmconversation.absence.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.acmconversation.absence.Absence;
import org.acmconversation.absence.AbsenceData;
import org.acmconversation.absence.Absences;
import org.acmconversation.idempotency.Idempotent;
import org.acmconversation.problem.MergePatch;
import org.acmconversation.problem.ParameterErrors;
import org.acmconversation.problem.VisibleText;
import org.acmconversation.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Absences over REST. */
@RestController
@RequestMapping(path = "/api/absences", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Absences")
class AbsenceController {

    private static final int MAX_ID = 255;

    private final Absences absences;
    private final MergePatch patch;

    AbsenceController(Absences absences, MergePatch patch) {
        this.absences = absences;
        this.patch = patch;
    }

    @GetMapping
    @Operation(
            summary = "List absences that have not ended",
            description = "Your own; for leads and administrators, everybody's. Ordered by start.")
    List<Absence> list(
            Authentication user,
            @RequestParam(required = false)
                    @Parameter(description = "the absent person; only leads and administrators may name somebody else")
                    String person) {
        new ParameterErrors().checkText("person", person, MAX_ID).throwIfAny();
        return absences.of(Caller.of(user), person == null || VisibleText.isBlank(person) ? null : person);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read an absence")
    Absence get(@PathVariable UUID id, Authentication user) {
        return absences.get(id, Caller.of(user));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Idempotent
    @Operation(
            summary = "Enter an absence",
            description = "From the first day to the day of the return, in the person's time zone; the person is you by"
                    + " default. The substitute may be absent, too, and have a substitute; a chain has at most"
                    + " three links.")
    @ApiResponse(responseCode = "201", description = "The absence has been entered.")
    ResponseEntity<Absence> add(
            @org.springframework.web.bind.annotation.RequestBody AbsenceData absence, Authentication user) {
        Absence added = absences.add(absence, Caller.of(user));
        return ResponseEntity.created(URI.create("/api/absences/" + added.id())).body(added);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Change an absence",
            description = "JSON Merge Patch (RFC 7396).",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = AbsenceData.class))))
    Absence change(
            @PathVariable UUID id,
            @org.springframework.web.bind.annotation.RequestBody JsonNode body,
            Authentication user) {
        return absences.change(id, absence -> patch.apply(absence, body, AbsenceData.class), Caller.of(user));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete an absence")
    void delete(@PathVariable UUID id, Authentication user) {
        absences.delete(id, Caller.of(user));
    }
}
