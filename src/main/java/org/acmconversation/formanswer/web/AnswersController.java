package org.acmconversation.formanswer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.acmconversation.database.PageRequest;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.formanswer.AnsweredTask;
import org.acmconversation.formanswer.Answers;
import org.acmconversation.formanswer.CompletedWork;
import org.acmconversation.problem.ParameterErrors;
import org.acmconversation.problem.VisibleText;
import org.acmconversation.timeline.CompletedTasks;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST API of form answers. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class AnswersController {

    private static final int MAX_TEXT = 200;

    private final Answers answers;
    private final CompletedWork work;
    private final Engagements engagements;

    AnswersController(Answers answers, CompletedWork work, Engagements engagements) {
        this.answers = answers;
        this.work = work;
        this.engagements = engagements;
    }

    @GetMapping("/engagements/{id}/answers")
    @Tag(name = "Engagements")
    @Operation(
            summary = "Read what people answered in an engagement's tasks",
            description = "Oldest first, including those of called processes. Tasks that were completed before answers"
                    + " were stored have none.")
    List<AnsweredTask> answers(@PathVariable UUID id) {
        return answers.of(engagements.get(id).id());
    }

    @GetMapping("/me/completed")
    @Tag(name = "Tasks")
    @Operation(summary = "List the tasks that you completed, with your answers", description = "Newest first.")
    CompletedWork.Page completed(
            Authentication user,
            @RequestParam(required = false)
                    @Parameter(
                            description = "part of the customer's name or the external id, ignoring case and accents")
                    String q,
            @RequestParam(required = false) @Parameter(description = "earliest completion, inclusive") Instant from,
            @RequestParam(required = false) @Parameter(description = "latest completion, exclusive") Instant to,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        new ParameterErrors().checkText("q", q, MAX_TEXT).checkPage(page, size).throwIfAny();
        String text = q == null || VisibleText.isBlank(q) ? null : q;
        return work.find(new CompletedTasks.Query(user.getName(), text, from, to, new PageRequest(page, size)));
    }
}
