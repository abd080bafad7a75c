package org.acmconversation.engagementpage.web;

import java.util.UUID;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.ftop.FtopRetry;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.security.Caller;
import org.acmconversation.task.TaskAssignments;
import org.acmconversation.webpage.Page;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The buttons on an engagement's page. Each returns to the page, which shows the result. Pressing a button twice has
 * the same effect as once.
 */
@Page
@RequestMapping("/engagements/{id}")
class EngagementActionController {

    private final Engagements engagements;
    private final TaskAssignments assignments;
    private final FtopRetry retry;

    EngagementActionController(Engagements engagements, TaskAssignments assignments, FtopRetry retry) {
        this.engagements = engagements;
        this.assignments = assignments;
        this.retry = retry;
    }

    @PostMapping("/tasks/{taskId}/claim")
    String claim(@PathVariable UUID id, @PathVariable String taskId, Authentication user, RedirectAttributes result) {
        return act(id, "claimed", result, () -> assignments.claim(id, taskId, Caller.of(user)));
    }

    @PostMapping("/tasks/{taskId}/return")
    String unclaim(@PathVariable UUID id, @PathVariable String taskId, Authentication user, RedirectAttributes result) {
        return act(id, "returned", result, () -> assignments.unclaim(id, taskId, Caller.of(user)));
    }

    @PostMapping("/tasks/{taskId}/assignee")
    String assign(
            @PathVariable UUID id,
            @PathVariable String taskId,
            @RequestParam String receiver,
            @RequestParam(defaultValue = "") String assignee,
            Authentication user,
            RedirectAttributes result) {
        return act(id, "assigned", result, () -> {
            String seen = assignee.isEmpty() ? null : assignee;
            assignments.assign(id, taskId, seen, receiver, Caller.of(user));
        });
    }

    @PostMapping("/ftop-tasks/{catalogId}/retry")
    String retry(@PathVariable UUID id, @PathVariable String catalogId, RedirectAttributes result) {
        return act(id, "retried", result, () -> retry.now(id, catalogId));
    }

    private String act(UUID id, String done, RedirectAttributes result, Runnable action) {
        engagements.get(id);
        try {
            action.run();
            result.addFlashAttribute("done", "done." + done);
        } catch (ProblemException refusal) {
            result.addFlashAttribute("refused", "refused." + refusal.type());
        }
        return "redirect:/engagements/" + id;
    }
}
