package org.acmconversation.task.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acmconversation.engagement.EngagementCalendars;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.EngagementsOfPage;
import org.acmconversation.problem.ParameterErrors;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.problem.VisibleText;
import org.acmconversation.security.Caller;
import org.acmconversation.task.AssignableTasks;
import org.acmconversation.task.BulkAssignments;
import org.acmconversation.task.BulkAssignments.AssignmentResult;
import org.acmconversation.task.BulkAssignments.AssignmentResults;
import org.acmconversation.task.BulkAssignments.Destination;
import org.acmconversation.task.Receiver;
import org.acmconversation.task.ReceiverList;
import org.acmconversation.task.TaskFilter;
import org.acmconversation.webpage.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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

    /** Attribute and field: the ids of the selected tasks. */
    private static final String TASKS = "tasks";

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
        return page(new Origin(assignee, unassigned), user, model);
    }

    /** Whose tasks the form lists, or those without an assignee. */
    private record Origin(String assignee, boolean unassigned) {

        boolean isChosen() {
            return unassigned || !assignee.isEmpty();
        }

        TaskFilter filter() {
            return new TaskFilter(assignee.isEmpty() ? null : assignee, unassigned, null, null, null, null);
        }
    }

    /** The model may have what was sent with the form; otherwise all tasks of a person are preset. */
    private String page(Origin origin, Authentication user, Model model) {
        new ParameterErrors()
                .checkText("assignee", origin.assignee(), AssignmentController.MAX_ID)
                .throwIfAny();
        List<Receiver> people = receivers.everybody();
        model.addAttribute("people", people);
        model.addAttribute("receivers", receivers.workers(people));
        model.addAttribute("departed", receivers.departed());
        model.addAttribute("assignee", origin.assignee());
        model.addAttribute("unassigned", origin.unassigned());
        model.addAttribute("queues", QUEUES);
        model.addAttribute("notAssigned", assignments.named(notAssigned(model)));
        model.addAttribute("listed", new EngagementsOfPage(engagements, calendars));
        if (origin.isChosen()) {
            AssignableTasks.Chosen chosen = assignments.choose(origin.filter(), Caller.of(user));
            model.addAttribute("chosen", chosen);
            if (!origin.unassigned() && !model.containsAttribute(TASKS)) {
                model.addAttribute(
                        TASKS,
                        chosen.tasks().stream()
                                .map(AssignableTasks.OpenTask::id)
                                .toList());
            }
        }
        return "task/assignments";
    }

    @SuppressWarnings("unchecked")
    private static Collection<String> notAssigned(Model model) {
        var reasons = (Map<String, String>) model.getAttribute("reasons");
        return reasons == null ? List.of() : reasons.keySet();
    }

    @PostMapping
    String assign(
            @RequestParam(defaultValue = "") List<String> tasks,
            @RequestParam(defaultValue = "") String assignee,
            @RequestParam(defaultValue = "false") boolean unassigned,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean despiteAbsence,
            @ModelAttribute("resumed") boolean resumed,
            Authentication user,
            Model model,
            RedirectAttributes result) {
        List<String> ids = tasks.stream().filter(id -> !id.isBlank()).distinct().toList();
        Map<String, Object> sent =
                new LinkedHashMap<>(Map.of(TASKS, ids, "to", to, "reason", reason, "despiteAbsence", despiteAbsence));
        var origin = new Origin(assignee, unassigned);
        if (resumed) {
            return page(origin, user, model.addAllAttributes(sent));
        }
        try {
            if (ids.isEmpty() || ids.size() > BulkAssignments.MAX_TASKS || to.isEmpty()) {
                result.addFlashAttribute("refused", "refused.assignments");
                return again(origin, sent, result);
            }
            new ParameterErrors()
                    .checkText("reason", reason, AssignmentController.MAX_REASON)
                    .checkText("to", to, AssignmentController.MAX_ID)
                    .throwIfAny();
            String seen = assignee.isEmpty() ? null : assignee;
            Destination destination = destination(to, reason, despiteAbsence);
            Map<String, String> refusals = refusals(assignments.assignTasksOf(seen, ids, destination, Caller.of(user)));
            // Only ids and reasons are kept until the page is shown.
            result.addFlashAttribute("assigned", ids.size() - refusals.size());
            result.addFlashAttribute("reasons", refusals);
            sent.put(TASKS, List.copyOf(refusals.keySet()));
            return refusals.isEmpty() ? "redirect:/assignments" : again(origin, sent, result);
        } catch (ProblemException refusal) {
            result.addFlashAttribute("refused", "refused." + refusal.type());
            return again(origin, sent, result);
        }
    }

    /** Shows the same tasks with what was sent, so that it can be corrected. */
    private static String again(Origin origin, Map<String, Object> sent, RedirectAttributes result) {
        sent.forEach(result::addFlashAttribute);
        result.addAttribute("assignee", origin.assignee());
        result.addAttribute("unassigned", origin.unassigned());
        return "redirect:/assignments";
    }

    private static Destination destination(String to, String reason, boolean despiteAbsence) {
        @Nullable String receiver = to.equals(QUEUES) ? null : to;
        return new Destination(receiver, VisibleText.isBlank(reason) ? null : reason, despiteAbsence);
    }

    /** Returns the reason for each task that was not assigned. */
    private static Map<String, String> refusals(AssignmentResults results) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (AssignmentResult one : results.results()) {
            if (one.problem() != null) {
                reasons.put(one.taskId(), one.problem().reason());
            }
        }
        return reasons;
    }
}
