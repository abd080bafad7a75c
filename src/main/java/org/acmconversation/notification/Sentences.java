package org.acmconversation.notification;

import java.util.Locale;
import org.acmconversation.problem.PlainLine;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what a person is told. */
@Component
public class Sentences {

    private final MessageSource messages;

    Sentences(MessageSource messages) {
        this.messages = messages;
    }

    /** A sentence without a full stop, on one line. */
    public String of(Notification notification, Locale locale) {
        return messages.getMessage(
                "notification." + notification.kind(),
                new Object[] {PlainLine.of(notification.name()), notification.actor()},
                locale);
    }
}
