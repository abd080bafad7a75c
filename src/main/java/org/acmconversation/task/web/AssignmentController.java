package org.acmconversation.task.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.acmconversation.problem.BoundedText;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.StrictJson;
import org.acmconversation.security.Caller;
import org.acmconversation.task.BulkAssignments;
import org.acmconversation.task.BulkAssignments.Destination;
import org.acmconversation.task.TaskFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Assigns many tasks at once, over REST. */
@RestController
@Tag(name = "Tasks")
class AssignmentController {

    /** Maximum length of a user id, in characters. */
    static final int MAX_ID = 255;

    /** Maximum length of a reason, in characters. */
    static final int MAX_REASON = 2000;

    private static final String TO = "to";

    private final BulkAssignments assignments;
    private final StrictJson json;

    AssignmentController(BulkAssignments assignments, StrictJson json) {
        this.assignments = assignments;
        this.json = json;
    }

    /**
     * A request to assign tasks.
     *
     * @param tasks task ids; either these or a filter
     * @param to user id of the new assignee; null for the tasks' queues
     * @param reason becomes a comment of each task
     */
    record AssignmentRequest(
            @Size(min = 1, max = BulkAssignments.MAX_TASKS, message = "must have from {min} to {max} ids") @Nullable
            List<String> tasks,

            @Valid @Nullable TaskFilter filter,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @BoundedText(max = MAX_ID) @Nullable
            String to,

            @BoundedText(max = MAX_REASON) @Nullable String reason,

            @Nullable Boolean despiteAbsence) {}

    @PostMapping(
            path = "/api/tasks/assignments",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Assign many tasks",
            description = "At most 200, each in a separate transaction and with a separate result. With a filter, the"
                    + " first 200 by due date; remaining is the number of tasks left. Tasks are assigned only to members"
                    + " of their candidate groups, and to somebody who is absent only with despiteAbsence. A task that"
                    + " somebody claims meanwhile stays theirs.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = AssignmentRequest.class))))
    BulkAssignments.AssignmentResults assign(
            @org.springframework.web.bind.annotation.RequestBody JsonNode body, Authentication user) {
        AssignmentRequest request = json.bind(body, AssignmentRequest.class);
        if (!body.has(TO)) {
            throw new InvalidRequestException(TO, "is required; null returns the tasks to their queues");
        }
        var destination =
                new Destination(request.to(), request.reason(), Boolean.TRUE.equals(request.despiteAbsence()));
        var caller = Caller.of(user);
        List<String> tasks = request.tasks();
        TaskFilter filter = request.filter();
        if (tasks != null && filter == null) {
            return assignments.assign(tasks, destination, caller);
        }
        if (filter != null && tasks == null) {
            return assignments.assign(filter, destination, caller);
        }
        throw new InvalidRequestException("tasks", "either tasks or filter is required, but not both");
    }
}
