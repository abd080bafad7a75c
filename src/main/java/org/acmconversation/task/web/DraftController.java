package org.acmconversation.task.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.regex.Pattern;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.security.Groups;
import org.acmconversation.task.Draft;
import org.acmconversation.task.Drafts;
import org.acmconversation.task.TaskAccess;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST API of drafts of forms. */
@RestController
@RequestMapping(path = "/api/tasks/{taskId}/draft", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Tasks")
class DraftController {

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    private final Drafts drafts;
    private final TaskAccess holder;

    DraftController(Drafts drafts, TaskAccess holder) {
        this.drafts = drafts;
        this.holder = holder;
    }

    @GetMapping
    @Operation(
            summary = "Read the draft of a task's form",
            description = "Only for the task's assignee. The draft stays with the task, so a new assignee continues"
                    + " with it.")
    ResponseEntity<Draft> draft(Authentication user, @PathVariable String taskId) {
        holder.requireClaimed(taskId, user.getName(), Groups.of(user));
        Draft draft = drafts.get(taskId);
        return ResponseEntity.ok().eTag(String.valueOf(draft.version())).body(draft);
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Save the draft of a task's form",
            description = "The values of the fields, valid or not. The draft is deleted with the task.",
            requestBody = @RequestBody(required = true, content = @Content(schema = @Schema(type = "object"))))
    @ApiResponse(responseCode = "204", description = "The draft has been saved; ETag has its version.")
    ResponseEntity<Void> save(
            Authentication user,
            @PathVariable String taskId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Parameter(description = "the ETag that was read last; without it any existing draft is replaced")
                    String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Parameter(description = "* if there was no draft to read")
                    String ifNoneMatch,
            @org.springframework.web.bind.annotation.RequestBody JsonNode fields) {
        holder.requireClaimed(taskId, user.getName(), Groups.of(user));
        long version = drafts.save(taskId, fields, user.getName(), expected(ifMatch, ifNoneMatch));
        return ResponseEntity.noContent().eTag(String.valueOf(version)).build();
    }

    @DeleteMapping
    @Operation(summary = "Discard the draft of a task's form")
    @ApiResponse(responseCode = "204", description = "There is no draft.")
    ResponseEntity<Void> discard(Authentication user, @PathVariable String taskId) {
        holder.requireClaimed(taskId, user.getName(), Groups.of(user));
        drafts.delete(taskId);
        return ResponseEntity.noContent().build();
    }

    private static Optional<Long> expected(String ifMatch, String ifNoneMatch) {
        if (ifNoneMatch != null && !ifNoneMatch.strip().equals("*")) {
            throw new InvalidRequestException(HttpHeaders.IF_NONE_MATCH, "must be *");
        }
        if (ifMatch == null) {
            return ifNoneMatch == null ? Optional.empty() : Optional.of(Drafts.NONE);
        }
        var tag = ETAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new InvalidRequestException(HttpHeaders.IF_MATCH, "must be an ETag of a draft");
        }
        return Optional.of(Long.valueOf(tag.group(1)));
    }
}
