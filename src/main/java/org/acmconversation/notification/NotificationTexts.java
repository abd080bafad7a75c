package org.acmconversation.notification;

import java.util.Locale;
import java.util.Set;
import org.acmconversation.problem.PlainLine;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.webpage.PeopleNames;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words notifications. */
@Component
public class NotificationTexts {

    /** For notifications that no person caused. */
    private static final Set<Kind> OF_MODELS = Set.of(Kind.ASSIGNED, Kind.TAKEN_OVER);

    private final MessageSource messages;
    private final PeopleNames names;

    NotificationTexts(MessageSource messages, PeopleNames names) {
        this.messages = messages;
        this.names = names;
    }

    /** A sentence without a full stop, on one line. */
    public String of(Notification notification, Locale locale) {
        String actor = notification.actor();
        if (FollowUpNotices.isAbout(notification)) {
            return messages.getMessage("notification.OVERDUE." + notification.name(), null, locale);
        }
        boolean isOfModel = Timeline.SYSTEM.equals(actor) && OF_MODELS.contains(notification.kind());
        return messages.getMessage(
                "notification." + notification.kind() + (isOfModel ? ".system" : ""),
                new Object[] {PlainLine.of(notification.name()), PlainLine.of(String.valueOf(names.of(actor)))},
                locale);
    }
}
