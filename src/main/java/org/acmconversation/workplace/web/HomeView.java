package org.acmconversation.workplace.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.page.Page;
import org.acmconversation.page.Rights;
import org.acmconversation.security.Groups;
import org.acmconversation.task.PersonalTasks;
import org.acmconversation.task.PersonalTasks.PersonalTask;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Where people find themselves after they have logged in: their work, and the ways from here. */
@Page
class HomeView {

    private static final int TASKS = 25;

    private final PersonalTasks tasks;
    private final Engagements engagements;

    HomeView(PersonalTasks tasks, Engagements engagements) {
        this.tasks = tasks;
        this.engagements = engagements;
    }

    /** One's task, with its customer where it has one. */
    record MyTask(
            String id,
            String name,
            @Nullable Instant dueAt,
            @Nullable Engagement engagement) {}

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String home(Authentication user, @ModelAttribute("rights") Rights rights, Model model) {
        if (rights.open("/camunda/app/tasklist/")) {
            List<MyTask> mine = tasks.of(user.getName(), TASKS).stream()
                    .map(this::withEngagement)
                    .toList();
            model.addAttribute("tasks", mine);
            model.addAttribute("queues", tasks.queues(Groups.of(user)));
        }
        return "workplace/home";
    }

    private MyTask withEngagement(PersonalTask task) {
        Optional<Engagement> engagement =
                Optional.ofNullable(task.engagementId()).flatMap(engagements::find);
        return new MyTask(task.id(), task.name(), task.dueAt(), engagement.orElse(null));
    }
}
