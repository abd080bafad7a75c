package org.acmconversation.followup.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.NextAction;
import org.acmconversation.followup.EngagementFollowUp;
import org.acmconversation.followup.NewAction;
import org.acmconversation.followup.StatusNote;
import org.acmconversation.idempotency.Idempotent;
import org.acmconversation.problem.BoundedText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Follow-up over REST. */
@RestController
@RequestMapping(path = "/api/engagements/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Follow-up")
class FollowUpController {

    private final EngagementFollowUp followUp;
    private final Engagements engagements;

    FollowUpController(EngagementFollowUp followUp, Engagements engagements) {
        this.followUp = followUp;
        this.engagements = engagements;
    }

    /**
     * A new note.
     *
     * @param nextAction the new next action; null to leave it unchanged
     */
    record NewNote(
            @NotNull @BoundedText(max = 4000) String text,

            @Valid @Nullable NewAction nextAction) {}

    @PutMapping(path = "/next-action", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Set an engagement's next action",
            description = "Replaces the previous one. The engagement returns it as nextAction.")
    NextAction plan(@PathVariable UUID id, @RequestBody NewAction action, Principal caller) {
        return followUp.plan(id, action, caller.getName());
    }

    @PostMapping(path = "/notes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Idempotent
    @Operation(
            summary = "Add a status note to an engagement",
            description = "Due at least every two weeks; see the engagement's noteDueAt.")
    @ApiResponse(responseCode = "201", description = "The note has been added.")
    ResponseEntity<StatusNote> note(@PathVariable UUID id, @RequestBody NewNote note, Principal author) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(followUp.note(id, note.text(), note.nextAction(), author.getName()));
    }

    @GetMapping("/notes")
    @Operation(summary = "Read an engagement's status notes", description = "Newest first.")
    List<StatusNote> notes(@PathVariable UUID id) {
        return followUp.notes(engagements.get(id).id());
    }
}
