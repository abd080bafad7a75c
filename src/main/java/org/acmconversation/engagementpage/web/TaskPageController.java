package org.acmconversation.engagementpage.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acmconversation.database.Transactions;
import org.acmconversation.engagement.EngagementCalendars;
import org.acmconversation.engagement.EngagementState;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.EngagementsOfPage;
import org.acmconversation.formanswer.Answers;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.security.Caller;
import org.acmconversation.task.PersonalTasks;
import org.acmconversation.task.PersonalTasks.PersonalTask;
import org.acmconversation.task.TaskAssignments;
import org.acmconversation.task.UnknownTaskException;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.webpage.Page;
import org.acmconversation.webpage.TimeFormats;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The engagement of a task, for the tab «Caso» of Tasklist. */
@Page
class TaskPageController {

    /** Maximum number of tasks on a page of Tasklist. */
    private static final int MAX_TASKS = 50;

    private final Transactions transactions;
    private final TaskAssignments assignments;
    private final Engagements engagements;
    private final EngagementTasks openTasks;
    private final Timeline timeline;
    private final TimelineSentences sentences;
    private final Answers answers;
    private final EngagementCalendars calendars;
    private final PersonalTasks personalTasks;

    TaskPageController(
            Transactions transactions,
            TaskAssignments assignments,
            Engagements engagements,
            EngagementTasks openTasks,
            Timeline timeline,
            TimelineSentences sentences,
            Answers answers,
            EngagementCalendars calendars,
            PersonalTasks personalTasks) {
        this.transactions = transactions;
        this.assignments = assignments;
        this.engagements = engagements;
        this.openTasks = openTasks;
        this.timeline = timeline;
        this.sentences = sentences;
        this.answers = answers;
        this.calendars = calendars;
        this.personalTasks = personalTasks;
    }

    /**
     * Returns due dates in words by task id: "vence el jueves 3 (en 2 días laborables)". Omits tasks without a due date
     * and unknown ids.
     */
    @Hidden
    @GetMapping(path = "/tasks/due", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, String> due(
            @RequestParam(defaultValue = "") List<String> id, @ModelAttribute("moments") TimeFormats moments) {
        if (id.size() > MAX_TASKS) {
            throw new InvalidRequestException("id", "must be given at most %d times".formatted(MAX_TASKS));
        }
        var listed = new EngagementsOfPage(engagements, calendars);
        return personalTasks.dated(id).stream()
                .collect(Collectors.toMap(
                        PersonalTask::id,
                        task -> moments.due(
                                Objects.requireNonNull(task.dueAt()), listed.calendar(task.engagementId()))));
    }

    @GetMapping(path = "/tasks/{taskId}/engagement", produces = MediaType.TEXT_HTML_VALUE)
    String engagement(
            @PathVariable String taskId,
            Authentication user,
            Locale locale,
            @ModelAttribute("moments") TimeFormats moments,
            Model model) {
        return transactions.read(() -> read(taskId, user, locale, moments, model));
    }

    private String read(String taskId, Authentication user, Locale locale, TimeFormats moments, Model model) {
        UUID id = assignments.engagementOf(taskId, Caller.of(user)).orElseThrow(UnknownTaskException::new);
        EngagementState state = engagements.state(id);
        model.addAttribute("engagement", state.engagement());
        model.addAttribute("calendar", calendars.of(state.engagement()));
        model.addAttribute(
                "tasks",
                openTasks.of(state, user).stream()
                        .filter(task -> !task.id().equals(taskId))
                        .toList());
        model.addAttribute("sentences", sentences.of(timeline.of(id), moments, locale));
        model.addAttribute("answers", answers.of(id));
        return "engagementpage/task";
    }
}
