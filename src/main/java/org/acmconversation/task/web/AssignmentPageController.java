package org.acmconversation.task.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acmconversation.engagement.EngagementCalendars;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.ListedEngagements;
import org.acmconversation.page.Page;
import org.acmconversation.problem.ParameterErrors;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.problem.VisibleText;
import org.acmconversation.security.Caller;
import org.acmconversation.task.BulkAssignments;
import org.acmconversation.task.BulkAssignments.AssignmentResult;
import org.acmconversation.task.BulkAssignments.AssignmentResults;
import org.acmconversation.task.BulkAssignments.Destination;
import org.acmconversation.task.Receiver;
import org.acmconversation.task.ReceiverList;
import org.acmconversation.task.TaskFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page where leads see each person's workload and assign many tasks at once. */
@Page
@RequestMapping(path = "/assignments", produces = MediaType.TEXT_HTML_VALUE)
class AssignmentPageController {

    /** Stands for the queues instead of a person. A user id cannot contain a space. */
    private static final String QUEUES = "a queue";

    private final BulkAssignments assignments;
    private final ReceiverList receivers;
    private final Engagements engagements;
    private final EngagementCalendars calendars;

    AssignmentPageController(
            BulkAssignments assignments,
            ReceiverList receivers,
            Engagements engagements,
            EngagementCalendars calendars) {
        this.assignments = assignments;
        this.receivers = receivers;
        this.engagements = engagements;
        this.calendars = calendars;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String assignee,
            @RequestParam(defaultValue = "false") boolean unassigned,
            Authentication user,
            Model model) {
        new ParameterErrors()
                .checkText("assignee", assignee, AssignmentController.MAX_ID)
                .throwIfAny();
        List<Receiver> people = receivers.everybody();
        model.addAttribute("people", people);
        model.addAttribute("receivers", receivers.workers(people));
        model.addAttribute("departed", receivers.departed());
        model.addAttribute("assignee", assignee);
        model.addAttribute("unassigned", unassigned);
        model.addAttribute("queues", QUEUES);
        model.addAttribute("notAssigned", assignments.named(notAssigned(model)));
        model.addAttribute("listed", new ListedEngagements(engagements, calendars));
        if (!assignee.isEmpty() || unassigned) {
            model.addAttribute("chosen", assignments.choose(filter(assignee, unassigned), Caller.of(user)));
        }
        return "task/assignments";
    }

    @SuppressWarnings("unchecked")
    private static Collection<String> notAssigned(Model model) {
        var reasons = (Map<String, String>) model.getAttribute("reasons");
        return reasons == null ? List.of() : reasons.keySet();
    }

    private static TaskFilter filter(String assignee, boolean unassigned) {
        return new TaskFilter(assignee.isEmpty() ? null : assignee, unassigned, null, null, null, null);
    }

    @PostMapping
    String assign(
            @RequestParam(defaultValue = "") List<String> tasks,
            @RequestParam(defaultValue = "") String assignee,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean despiteAbsence,
            Authentication user,
            RedirectAttributes result) {
        List<String> ids = new ArrayList<>(tasks);
        ids.removeIf(String::isBlank);
        try {
            if (ids.isEmpty() || ids.size() > BulkAssignments.MAX_TASKS || to.isEmpty()) {
                result.addFlashAttribute("refused", "refused.assignments");
                return "redirect:/assignments";
            }
            new ParameterErrors()
                    .checkText("reason", reason, AssignmentController.MAX_REASON)
                    .checkText("to", to, AssignmentController.MAX_ID)
                    .throwIfAny();
            String seen = assignee.isEmpty() ? null : assignee;
            Destination destination = destination(to, reason, despiteAbsence);
            tell(assignments.assignTasksOf(seen, ids, destination, Caller.of(user)), result);
        } catch (ProblemException refusal) {
            result.addFlashAttribute("refused", "refused." + refusal.type());
        }
        return "redirect:/assignments";
    }

    private static Destination destination(String to, String reason, boolean despiteAbsence) {
        @Nullable String receiver = to.equals(QUEUES) ? null : to;
        return new Destination(receiver, VisibleText.isBlank(reason) ? null : reason, despiteAbsence);
    }

    /** Only ids and reasons are kept until the page is shown. */
    private static void tell(AssignmentResults results, RedirectAttributes result) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (AssignmentResult one : results.results()) {
            if (one.problem() != null) {
                reasons.put(one.taskId(), one.problem().reason());
            }
        }
        result.addFlashAttribute("assigned", results.results().size() - reasons.size());
        result.addFlashAttribute("reasons", reasons);
    }
}
