package org.acmconversation.engagementpage.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.acmconversation.engagement.Due;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.EngagementCalendars;
import org.acmconversation.engagement.EngagementFilter;
import org.acmconversation.engagement.EngagementList;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.FollowUps.Missing;
import org.acmconversation.engagement.ListCalendars;
import org.acmconversation.engagement.WaitingFor;
import org.acmconversation.security.Groups;
import org.acmconversation.task.PersonalTasks;
import org.acmconversation.task.PersonalTasks.PersonalTask;
import org.acmconversation.timeline.RecentChanges;
import org.acmconversation.webpage.Page;
import org.acmconversation.webpage.PagePermissions;
import org.acmconversation.webpage.TimeFormats;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The front page that people see after the login: their work and links to other pages. */
@Page
class HomePageController {

    private static final int TASKS = 25;
    private static final int ENGAGEMENTS = 25;
    private static final int CHANGES = 20;

    /** A person who has neither started it nor completed a task for this long no longer works on the engagement. */
    private static final Duration WORKED_ON = Duration.ofDays(90);

    private final PersonalTasks tasks;
    private final Engagements engagements;
    private final RecentChanges recentChanges;
    private final TimelineSentences sentences;
    private final EngagementList list;
    private final EngagementCalendars calendars;

    HomePageController(
            PersonalTasks tasks,
            Engagements engagements,
            RecentChanges recentChanges,
            TimelineSentences sentences,
            EngagementList list,
            EngagementCalendars calendars) {
        this.tasks = tasks;
        this.engagements = engagements;
        this.recentChanges = recentChanges;
        this.sentences = sentences;
        this.list = list;
        this.calendars = calendars;
    }

    /** A task of the person, with its customer if there is one. */
    record MyTask(
            String id,
            String name,
            @Nullable Instant dueAt,
            @Nullable Engagement engagement) {}

    /**
     * How many engagements need attention for one reason.
     *
     * @param parameter of the list that selects them
     * @param reason the parameter's value
     */
    record Attention(String parameter, Enum<?> reason, long engagements) {

        public boolean isOverdue() {
            return reason == Due.OVERDUE && engagements > 0;
        }
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String home(
            Authentication user,
            Locale locale,
            @ModelAttribute("rights") PagePermissions rights,
            @ModelAttribute("moments") TimeFormats moments,
            Model model) {
        List<MyTask> mine = List.of();
        if (rights.open("/camunda/app/tasklist/")) {
            List<PersonalTask> first = tasks.of(user.getName(), TASKS + 1);
            mine = first.stream().limit(TASKS).map(this::withEngagement).toList();
            model.addAttribute("tasks", mine);
            model.addAttribute("moreTasks", first.size() > TASKS);
            model.addAttribute("calendars", new ListCalendars(calendars));
            model.addAttribute("queues", tasks.queues(Groups.of(user)));
        }
        if (rights.open("/engagements")) {
            addEngagements(user.getName(), mine, moments, locale, model);
            model.addAttribute("notesMissing", owned(Missing.NOTE, user, moments));
            model.addAttribute("actionsOver", owned(Missing.ACTION_OVERDUE, user, moments));
        }
        if (rights.open("/assignments")) {
            model.addAttribute("attention", attention(moments));
        }
        return "engagementpage/home";
    }

    private List<Attention> attention(TimeFormats moments) {
        List<Attention> attention = new ArrayList<>();
        for (Due due : List.of(Due.OVERDUE, Due.TODAY)) {
            attention.add(new Attention("due", due, list.countSome(EngagementFilter.due(due, moments.zone()))));
        }
        for (WaitingFor.ExternalSystem system : WaitingFor.ExternalSystem.values()) {
            attention.add(new Attention("waitingFor", system, list.countSome(EngagementFilter.waitingFor(system))));
        }
        return attention;
    }

    /** The number of engagements with missing follow-up whose next action the person owns. */
    private long owned(Missing missing, Authentication user, TimeFormats moments) {
        return list.count(EngagementFilter.missing(missing, user.getName(), moments.zone()));
    }

    /** The engagements that the person has tasks of, has worked on or has started, and what others did there. */
    private void addEngagements(String person, List<MyTask> mine, TimeFormats moments, Locale locale, Model model) {
        Set<UUID> ids = new LinkedHashSet<>();
        mine.stream().flatMap(task -> Stream.ofNullable(task.engagement())).forEach(found -> ids.add(found.id()));
        Instant yesterday = moments.yesterday();
        ids.addAll(recentChanges.workedOn(person, yesterday.minus(WORKED_ON), ENGAGEMENTS));
        model.addAttribute(
                "engagements",
                ids.stream().limit(ENGAGEMENTS).map(engagements::state).toList());
        List<RecentChanges.Change> changes = recentChanges.byOthers(person, ids, yesterday, CHANGES);
        model.addAttribute("changes", changes);
        model.addAttribute(
                "sentences",
                sentences.of(changes.stream().map(RecentChanges.Change::entry).toList(), moments, locale));
    }

    private MyTask withEngagement(PersonalTask task) {
        Optional<Engagement> engagement =
                Optional.ofNullable(task.engagementId()).flatMap(engagements::find);
        return new MyTask(task.id(), task.name(), task.dueAt(), engagement.orElse(null));
    }
}
