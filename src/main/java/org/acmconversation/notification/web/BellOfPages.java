package org.acmconversation.notification.web;

import org.acmconversation.notification.Notifications;
import org.acmconversation.page.Bell;
import org.springframework.stereotype.Component;

/** Tells pages how many unread notifications a person has. */
@Component
class BellOfPages implements Bell {

    private final Notifications notifications;

    BellOfPages(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public int unread(String person) {
        return notifications.countUnread(person);
    }
}
