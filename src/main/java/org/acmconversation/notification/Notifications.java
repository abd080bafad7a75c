package org.acmconversation.notification;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** A person's notifications on our pages. */
@Component
public class Notifications {

    private static final int MAX_SHOWN = 200;

    private final NotificationRepository repository;
    private final NotificationPreferenceStore choices;

    Notifications(NotificationRepository repository, NotificationPreferenceStore choices) {
        this.repository = repository;
        this.choices = choices;
    }

    /** Returns notifications, newest first. */
    public List<Notification> of(String person) {
        return repository.of(person, choices.of(person).kinds(Channel.BELL), MAX_SHOWN);
    }

    /** Returns the number of unread notifications. */
    public int countUnread(String person) {
        return repository.countUnread(person, choices.of(person).kinds(Channel.BELL));
    }

    /**
     * Marks it as read.
     *
     * @param until what came later stays unread
     */
    public void markRead(String person, Instant until) {
        repository.markRead(person, until);
    }
}
