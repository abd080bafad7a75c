package org.acmconversation.engagementpage.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.EngagementState;
import org.acmconversation.engagement.EngagementStatus;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.Withdrawal;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.ftop.FtopTasks;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.problem.StrictJson;
import org.acmconversation.webpage.FormValues;
import org.acmconversation.webpage.Page;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form that withdraws an engagement. It shows what the withdrawal will cancel. */
@Page
@RequestMapping(path = "/engagements/{id}/withdrawal", produces = MediaType.TEXT_HTML_VALUE)
class WithdrawalPageController {

    private final Engagements engagements;
    private final FtopTasks ftopTasks;
    private final StrictJson json;

    WithdrawalPageController(Engagements engagements, FtopTasks ftopTasks, StrictJson json) {
        this.engagements = engagements;
        this.ftopTasks = ftopTasks;
        this.json = json;
    }

    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        return page(id, new FormValues(Map.of()), model);
    }

    @PostMapping
    String withdraw(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields,
            @ModelAttribute("resumed") boolean resumed,
            Model model,
            RedirectAttributes result) {
        FormValues values = FormValues.sent(fields);
        if (resumed) {
            return page(id, values, model);
        }
        try {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.set("reason", values.text("reason"));
            String reason = json.bind(body, Withdrawal.class).reason();
            Engagement before = engagements.get(id);
            engagements.withdraw(id, reason);
            tell(before, reason, result);
        } catch (InvalidRequestException invalid) {
            values.reject(invalid);
            return page(id, values, model);
        } catch (ProblemException refusal) {
            engagements.get(id);
            result.addFlashAttribute("refused", "refused." + refusal.type());
        }
        return "redirect:/engagements/" + id;
    }

    /** A person who submits the form twice is not told that somebody else has withdrawn it. */
    private static void tell(Engagement before, String reason, RedirectAttributes result) {
        boolean wasWithdrawn = before.status() == EngagementStatus.WITHDRAWN;
        if (wasWithdrawn && !reason.equals(before.withdrawalReason())) {
            result.addFlashAttribute("refused", "refused.withdrawn");
        } else {
            result.addFlashAttribute("done", "done.withdrawn");
        }
    }

    private String page(UUID id, FormValues values, Model model) {
        EngagementState state = engagements.state(id);
        model.addAttribute("engagement", state.engagement());
        model.addAttribute("values", values);
        model.addAttribute(
                "tasks",
                state.currentActivities().stream()
                        .filter(activity -> activity.taskId() != null)
                        .toList());
        model.addAttribute(
                "ftopTasks",
                ftopTasks.of(id).stream()
                        .filter(task -> task.status() == FtopTaskStatus.OPEN)
                        .toList());
        return "engagementpage/withdrawal";
    }
}
