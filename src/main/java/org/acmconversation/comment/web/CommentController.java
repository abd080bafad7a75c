package org.acmconversation.comment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.acmconversation.comment.Comment;
import org.acmconversation.comment.Comments;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.idempotency.Idempotent;
import org.acmconversation.problem.BoundedText;
import org.acmconversation.security.Groups;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST API of comments. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Comments")
class CommentController {

    private final Comments comments;
    private final Engagements engagements;

    CommentController(Comments comments, Engagements engagements) {
        this.comments = comments;
        this.engagements = engagements;
    }

    /** A new comment. */
    record NewComment(
            @NotNull @BoundedText(max = Comments.MAX_LENGTH) String text) {}

    @PostMapping(path = "/tasks/{taskId}/comments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Idempotent
    @Operation(
            summary = "Comment on a task",
            description =
                    "Requires that the caller may work on the task. The comment is added to the engagement's timeline, and Tasklist"
                            + " shows it in the task's history.")
    @ApiResponse(responseCode = "201", description = "The comment has been added.")
    ResponseEntity<Comment> add(@PathVariable String taskId, @RequestBody NewComment comment, Authentication author) {
        List<String> groups = Groups.of(author);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(comments.add(taskId, author.getName(), groups, comment.text()));
    }

    @GetMapping("/engagements/{id}/comments")
    @Operation(summary = "Read the comments on an engagement's tasks", description = "Oldest first.")
    List<Comment> of(@PathVariable UUID id) {
        return comments.of(engagements.get(id).id());
    }
}
