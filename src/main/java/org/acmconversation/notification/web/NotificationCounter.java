package org.acmconversation.notification.web;

import org.acmconversation.notification.Notifications;
import org.acmconversation.webpage.UnreadNotifications;
import org.springframework.stereotype.Component;

/** Tells pages how many unread notifications a person has. */
@Component
class NotificationCounter implements UnreadNotifications {

    private final Notifications notifications;

    NotificationCounter(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public int count(String person) {
        return notifications.countUnread(person);
    }
}
