package org.acmconversation.engagementpage.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.comment.Comments;
import org.acmconversation.engagement.EngagementState;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagementpage.web.EngagementTasks.OpenTask;
import org.acmconversation.idempotency.IdempotentRequests;
import org.acmconversation.problem.BoundedText;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.problem.StrictJson;
import org.acmconversation.security.Groups;
import org.acmconversation.webpage.FormValues;
import org.acmconversation.webpage.Page;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form that comments on an open task of an engagement. Submitting it twice adds one comment. */
@Page
@RequestMapping(path = "/engagements/{id}/comments", produces = MediaType.TEXT_HTML_VALUE)
class CommentPageController {

    private static final String KEY = "key";

    private final Engagements engagements;
    private final EngagementTasks openTasks;
    private final Comments comments;
    private final IdempotentRequests requests;
    private final StrictJson json;

    CommentPageController(
            Engagements engagements,
            EngagementTasks openTasks,
            Comments comments,
            IdempotentRequests requests,
            StrictJson json) {
        this.engagements = engagements;
        this.openTasks = openTasks;
        this.comments = comments;
        this.requests = requests;
        this.json = json;
    }

    /** The API's request, with the task. */
    record NewComment(
            @NotNull String taskId,

            @NotNull @BoundedText(max = Comments.MAX_LENGTH) String text) {}

    @GetMapping
    String show(@PathVariable UUID id, Authentication user, Model model) {
        return page(
                id, user, new FormValues(Map.of(KEY, List.of(UUID.randomUUID().toString()))), model);
    }

    @PostMapping
    String add(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields,
            @ModelAttribute("resumed") boolean resumed,
            Authentication user,
            Model model,
            RedirectAttributes result) {
        FormValues values = FormValues.sent(fields);
        if (resumed) {
            return page(id, user, values, model);
        }
        try {
            NewComment comment = comment(values);
            requests.createOnce(
                    values.get(KEY),
                    comment,
                    () -> comments.add(comment.taskId(), user.getName(), Groups.of(user), comment.text())
                            .id());
            result.addFlashAttribute("done", "done.commented");
        } catch (InvalidRequestException invalid) {
            values.reject(invalid);
            return page(id, user, values, model);
        } catch (ProblemException refusal) {
            model.addAttribute("refused", "refused." + refusal.type());
            return page(id, user, values, model);
        }
        return "redirect:/engagements/" + id;
    }

    private NewComment comment(FormValues values) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("taskId", values.text("taskId"));
        body.set("text", values.text("text"));
        return json.bind(body, NewComment.class);
    }

    private String page(UUID id, Authentication user, FormValues values, Model model) {
        EngagementState state = engagements.state(id);
        model.addAttribute("engagement", state.engagement());
        model.addAttribute("values", values);
        model.addAttribute(
                "tasks",
                openTasks.of(state, user).stream().filter(OpenTask::isOpen).toList());
        model.addAttribute("comments", comments.of(id));
        return "engagementpage/comment";
    }
}
