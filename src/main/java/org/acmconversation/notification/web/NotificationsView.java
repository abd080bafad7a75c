package org.acmconversation.notification.web;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.notification.Notification;
import org.acmconversation.notification.Notifications;
import org.acmconversation.page.Page;
import org.acmconversation.problem.PlainLine;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page with a person's notifications. */
@Page
@RequestMapping(path = "/me/notifications", produces = MediaType.TEXT_HTML_VALUE)
class NotificationsView {

    private static final String BACK = "redirect:/me/notifications";

    private final Notifications notifications;
    private final Engagements engagements;
    private final MessageSource messages;

    NotificationsView(Notifications notifications, Engagements engagements, MessageSource messages) {
        this.notifications = notifications;
        this.engagements = engagements;
        this.messages = messages;
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
            Instant at,
            boolean isRead) {}

    @GetMapping
    String show(Principal caller, Locale locale, Model model) {
        List<Line> lines = notifications.of(caller.getName()).stream()
                .map(notification -> line(notification, locale))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("newest", lines.stream().map(Line::at).findFirst().orElse(null));
        model.addAttribute("hasUnread", lines.stream().anyMatch(line -> !line.isRead()));
        return "notification/notifications";
    }

    private Line line(Notification notification, Locale locale) {
        String sentence = messages.getMessage(
                "notification." + notification.kind(),
                new Object[] {PlainLine.of(notification.name()), notification.actor()},
                locale);
        Optional<Engagement> engagement =
                Optional.ofNullable(notification.engagementId()).flatMap(engagements::find);
        return new Line(
                sentence,
                engagement.map(found -> "/engagements/" + found.id()).orElse(null),
                engagement.map(found -> PlainLine.of(found.customer().name())).orElse(null),
                notification.dueAt(),
                notification.createdAt(),
                notification.isRead());
    }

    /** Marks what the page showed as read, and not what has come since. */
    @PostMapping
    String markRead(@RequestParam Instant until, Principal caller, RedirectAttributes result) {
        notifications.markRead(caller.getName(), until);
        result.addFlashAttribute("done", "done.notificationsRead");
        return BACK;
    }
}
