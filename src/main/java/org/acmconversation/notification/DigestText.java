package org.acmconversation.notification;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.mail.Mail;
import org.acmconversation.mail.MailAddress;
import org.acmconversation.preference.People;
import org.acmconversation.problem.PlainLine;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes a digest in a person's language. */
@Component
class DigestText {

    /** The page shows the rest. */
    private static final int MAX_LINES = 50;

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final NotificationTexts sentences;
    private final Engagements engagements;
    private final People people;
    private final NotificationProperties properties;
    private final Unsubscribing unsubscribing;

    DigestText(
            ITemplateEngine templates,
            MessageSource messages,
            NotificationTexts sentences,
            Engagements engagements,
            People people,
            NotificationProperties properties,
            Unsubscribing unsubscribing) {
        this.templates = templates;
        this.messages = messages;
        this.sentences = sentences;
        this.engagements = engagements;
        this.people = people;
        this.properties = properties;
        this.unsubscribing = unsubscribing;
    }

    /**
     * A line of a digest.
     *
     * @param about the engagement: its external id, and the customer's name if emails may have it
     * @param url where there is more about it
     */
    record Line(
            String sentence,
            @Nullable String about,
            @Nullable String url) {

        String text() {
            return "- " + sentence + (about == null ? "" : " (" + about + ")") + (url == null ? "" : "\n  " + url);
        }
    }

    Mail write(String key, String person, MailAddress to, List<Notification> news) {
        Locale locale = people.locale(person);
        List<Line> lines =
                news.stream().limit(MAX_LINES).map(one -> line(one, locale)).toList();
        int more = news.size() - lines.size();
        String rest = more == 0 ? "" : messages.getMessage("digest.more", new Object[] {more}, locale);
        String page = properties.url("/me/notifications").orElse("");
        String subject = messages.getMessage("digest.subject", new Object[] {news.size()}, locale);
        String choose = messages.getMessage("digest.choose", null, locale);
        String text =
                lines.stream().map(Line::text).collect(Collectors.joining("\n")) + (more == 0 ? "" : "\n- " + rest);
        var context = new Context(locale);
        context.setVariable("lines", lines);
        context.setVariable("rest", rest);
        context.setVariable("subject", subject);
        context.setVariable("choose", choose);
        context.setVariable("page", page);
        return new Mail(
                key,
                null,
                to,
                subject,
                "%s\n\n%s\n\n%s\n%s\n".formatted(subject, text, choose, page),
                templates.process("notification/digest", context),
                null,
                properties
                        .url("/notifications/unsubscribe/" + unsubscribing.secret(person))
                        .map(URI::create)
                        .orElse(null));
    }

    private Line line(Notification notification, Locale locale) {
        Optional<Engagement> engagement =
                Optional.ofNullable(notification.engagementId()).flatMap(engagements::find);
        return new Line(
                sentences.of(notification, locale),
                engagement.map(this::about).orElse(null),
                engagement
                        .flatMap(found -> properties.url("/engagements/" + found.id()))
                        .orElse(null));
    }

    private String about(Engagement engagement) {
        String id = PlainLine.of(engagement.externalId());
        return properties.showCustomers()
                ? id + ", " + PlainLine.of(engagement.customer().name())
                : id;
    }
}
