package org.acmconversation.engagementpage.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.acmconversation.contact.Contact;
import org.acmconversation.contact.Contacts;
import org.acmconversation.database.Transactions;
import org.acmconversation.engagement.EngagementCalendars;
import org.acmconversation.engagement.EngagementState;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagementpage.Diagram;
import org.acmconversation.engagementpage.Diagrams;
import org.acmconversation.engagementpage.web.EngagementTasks.OpenTask;
import org.acmconversation.formanswer.Answers;
import org.acmconversation.ftop.FtopTasks;
import org.acmconversation.model.ConversationModel;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.webpage.Page;
import org.acmconversation.webpage.TimeFormats;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of one engagement, read from one snapshot: its steps, tasks and timeline fit together. */
@Page
class EngagementPageController {

    private final Transactions transactions;
    private final Engagements engagements;
    private final Diagrams diagrams;
    private final EngagementTasks openTasks;
    private final FtopTasks ftopTasks;
    private final Timeline timeline;
    private final TimelineSentences sentences;
    private final Answers answers;
    private final Contacts contacts;
    private final EngagementCalendars calendars;

    EngagementPageController(
            Transactions transactions,
            Engagements engagements,
            Diagrams diagrams,
            EngagementTasks openTasks,
            FtopTasks ftopTasks,
            Timeline timeline,
            TimelineSentences sentences,
            Answers answers,
            Contacts contacts,
            EngagementCalendars calendars) {
        this.transactions = transactions;
        this.engagements = engagements;
        this.diagrams = diagrams;
        this.openTasks = openTasks;
        this.ftopTasks = ftopTasks;
        this.timeline = timeline;
        this.sentences = sentences;
        this.answers = answers;
        this.contacts = contacts;
        this.calendars = calendars;
    }

    @GetMapping(path = "/engagements/{id}", produces = MediaType.TEXT_HTML_VALUE)
    String show(
            @PathVariable UUID id,
            Authentication user,
            Locale locale,
            @ModelAttribute("moments") TimeFormats moments,
            Model model) {
        return transactions.read(() -> read(id, user, locale, moments, model));
    }

    private String read(UUID id, Authentication user, Locale locale, TimeFormats moments, Model model) {
        EngagementState state = engagements.state(id);
        model.addAttribute("engagement", state.engagement());
        model.addAttribute("followUp", state.followUp());
        model.addAttribute("calendar", calendars.of(state.engagement()));
        List<Contact> people = contacts.of(id);
        model.addAttribute("contacts", people);
        model.addAttribute("surveyMissing", people.stream().noneMatch(Contact::canBeSurveyed));
        model.addAttribute(
                "scheduled",
                state.currentActivities().stream()
                        .anyMatch(activity -> activity.activityId().equals(ConversationModel.CONDUCT_CONVERSATION)));
        model.addAttribute("waiting", EngagementTasks.waiting(state));
        model.addAttribute("waitingFor", state.waitingFor());
        List<OpenTask> tasks = openTasks.of(state, user);
        model.addAttribute("tasks", tasks);
        model.addAttribute("canComment", tasks.stream().anyMatch(OpenTask::isOpen));
        model.addAttribute("diagrams", diagrams.of(id));
        model.addAttribute("ftopTasks", ftopTasks.of(id));
        model.addAttribute("sentences", sentences.of(timeline.of(id), moments, locale));
        model.addAttribute("answers", answers.of(id));
        return "engagementpage/engagement";
    }

    /** A definition never changes, so browsers cache it. */
    @GetMapping(path = "/engagements/{id}/models/{modelId}", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<byte[]> model(@PathVariable UUID id, @PathVariable String modelId) throws IOException {
        List<String> models = diagrams.of(engagements.get(id).id()).stream()
                .map(Diagram::modelId)
                .toList();
        if (!models.contains(modelId)) {
            return ResponseEntity.notFound().build();
        }
        try (InputStream bpmn = diagrams.model(modelId).orElseThrow()) {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                            .cachePrivate()
                            .immutable())
                    .body(bpmn.readAllBytes());
        }
    }
}
