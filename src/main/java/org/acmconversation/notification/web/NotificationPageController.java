package org.acmconversation.notification.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.Principal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.EngagementCalendars;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.EngagementsOfPage;
import org.acmconversation.notification.Channel;
import org.acmconversation.notification.Kind;
import org.acmconversation.notification.Notification;
import org.acmconversation.notification.NotificationPreferenceStore;
import org.acmconversation.notification.NotificationPreferences;
import org.acmconversation.notification.NotificationTexts;
import org.acmconversation.notification.Notifications;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.PlainLine;
import org.acmconversation.problem.StrictJson;
import org.acmconversation.security.Groups;
import org.acmconversation.webpage.FormValues;
import org.acmconversation.webpage.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page with a person's notifications. */
@Page
@RequestMapping(path = "/me/notifications", produces = MediaType.TEXT_HTML_VALUE)
class NotificationPageController {

    private static final String BACK = "redirect:/me/notifications";

    private final Notifications notifications;
    private final Engagements engagements;
    private final EngagementCalendars calendars;
    private final NotificationTexts sentences;
    private final NotificationPreferenceStore choices;
    private final StrictJson json;

    NotificationPageController(
            Notifications notifications,
            Engagements engagements,
            EngagementCalendars calendars,
            NotificationTexts sentences,
            NotificationPreferenceStore choices,
            StrictJson json) {
        this.notifications = notifications;
        this.engagements = engagements;
        this.calendars = calendars;
        this.sentences = sentences;
        this.choices = choices;
        this.json = json;
    }

    /**
     * A line of the page.
     *
     * @param path where it leads; null if nowhere
     * @param about the customer
     */
    record Line(
            String sentence,
            @Nullable String path,
            @Nullable String about,
            @Nullable Instant dueAt,
            @Nullable UUID engagementId,
            Instant at,
            boolean isRead) {}

    @GetMapping
    String show(Authentication caller, Locale locale, Model model) {
        PreferencesData chosen = PreferencesData.of(choices.of(caller.getName()));
        Map<String, List<String>> values = new HashMap<>();
        for (Channel channel : Channel.values()) {
            values.put(
                    channel.name(),
                    chosen.kinds().stream()
                            .filter(told -> told.isOn(channel))
                            .map(told -> told.kind().name())
                            .toList());
        }
        values.put("quietFrom", listOf(chosen.quietFrom()));
        values.put("quietUntil", listOf(chosen.quietUntil()));
        return page(caller, new FormValues(values), locale, model);
    }

    private static List<String> listOf(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    private String page(Authentication caller, FormValues values, Locale locale, Model model) {
        model.addAttribute("values", values);
        model.addAttribute("kinds", kinds(caller));
        model.addAttribute("channels", Channel.values());
        model.addAttribute("rules", choices);
        var listed = new EngagementsOfPage(engagements, calendars);
        model.addAttribute("listed", listed);
        List<Line> lines = notifications.of(caller.getName()).stream()
                .map(notification -> line(notification, listed, locale))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("newest", lines.stream().map(Line::at).findFirst().orElse(null));
        model.addAttribute("hasUnread", lines.stream().anyMatch(line -> !line.isRead()));
        return "notification/notifications";
    }

    /** Returns the kinds that the person can get. */
    private static List<Kind> kinds(Authentication caller) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.reaches(Groups.of(caller)))
                .toList();
    }

    private Line line(Notification notification, EngagementsOfPage listed, Locale locale) {
        Optional<Engagement> engagement = Optional.ofNullable(listed.of(notification.engagementId()));
        return new Line(
                sentences.of(notification, locale),
                engagement.map(found -> "/engagements/" + found.id()).orElse(null),
                engagement.map(found -> PlainLine.of(found.customer().name())).orElse(null),
                notification.dueAt(),
                notification.engagementId(),
                notification.createdAt(),
                notification.isRead());
    }

    /** Saves the person's choices. What the form does not show, and what administrators have fixed, stays. */
    @PostMapping("/choices")
    String choose(
            @RequestParam MultiValueMap<String, String> fields,
            @ModelAttribute("resumed") boolean resumed,
            Authentication caller,
            Locale locale,
            Model model,
            RedirectAttributes result) {
        FormValues values = FormValues.sent(fields);
        if (resumed) {
            return page(caller, values, locale, model);
        }
        NotificationPreferences current = choices.of(caller.getName());
        try {
            choices.choose(
                    caller.getName(), sent(values, current, kinds(caller)).choices(current, choices));
            result.addFlashAttribute("done", "done.notificationChoices");
            return BACK;
        } catch (InvalidRequestException invalid) {
            values.reject(invalid);
            return page(caller, values, locale, model);
        }
    }

    private PreferencesData sent(FormValues values, NotificationPreferences current, List<Kind> shown) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (String field : new String[] {"quietFrom", "quietUntil"}) {
            body.set(field, values.text(field));
        }
        ArrayNode kinds = body.putArray("kinds");
        for (Kind kind : shown) {
            kinds.addObject()
                    .put("kind", kind.name())
                    .put("bell", isOn(values, current, kind, Channel.BELL))
                    .put("mail", isOn(values, current, kind, Channel.MAIL));
        }
        return json.bind(body, PreferencesData.class);
    }

    private boolean isOn(FormValues values, NotificationPreferences current, Kind kind, Channel channel) {
        return choices.isFixed(kind, channel) ? current.isOn(kind, channel) : values.has(channel.name(), kind.name());
    }

    /** Marks the notifications that the page showed as read, not later ones. */
    @PostMapping
    String markRead(@RequestParam Instant until, Principal caller, RedirectAttributes result) {
        notifications.markRead(caller.getName(), until);
        result.addFlashAttribute("done", "done.notificationsRead");
        return BACK;
    }
}
