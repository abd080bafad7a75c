package org.acmconversation.workplace.web;

import java.util.Locale;
import java.util.UUID;
import org.acmconversation.answer.Answers;
import org.acmconversation.engagement.EngagementState;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.page.Moments;
import org.acmconversation.page.Page;
import org.acmconversation.security.Groups;
import org.acmconversation.task.TaskAssignments;
import org.acmconversation.task.TaskAssignments.Person;
import org.acmconversation.task.UnknownTaskException;
import org.acmconversation.timeline.Timeline;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The engagement of a task, for the tab «Caso» of Tasklist. */
@Page
class TaskView {

    private final TaskAssignments assignments;
    private final Engagements engagements;
    private final EngagementTasks openTasks;
    private final Timeline timeline;
    private final TimelineSentences sentences;
    private final Answers answers;

    TaskView(
            TaskAssignments assignments,
            Engagements engagements,
            EngagementTasks openTasks,
            Timeline timeline,
            TimelineSentences sentences,
            Answers answers) {
        this.assignments = assignments;
        this.engagements = engagements;
        this.openTasks = openTasks;
        this.timeline = timeline;
        this.sentences = sentences;
        this.answers = answers;
    }

    @GetMapping(path = "/tasks/{taskId}/engagement", produces = MediaType.TEXT_HTML_VALUE)
    String engagement(
            @PathVariable String taskId,
            Authentication user,
            Locale locale,
            @ModelAttribute("moments") Moments moments,
            Model model) {
        UUID id = assignments
                .engagementOf(taskId, new Person(user.getName(), Groups.of(user)))
                .orElseThrow(UnknownTaskException::new);
        EngagementState state = engagements.state(id);
        model.addAttribute("engagement", state.engagement());
        model.addAttribute(
                "tasks",
                openTasks.of(state, user).stream()
                        .filter(task -> !task.id().equals(taskId))
                        .toList());
        model.addAttribute("sentences", sentences.of(timeline.of(id), moments, locale));
        model.addAttribute("answers", answers.of(id));
        return "workplace/task";
    }
}
