package org.acmconversation.webpage;

/** Counts a person's unread notifications, for the header of each page. */
public interface UnreadNotifications {

    /** Returns the number of a person's unread notifications. */
    int count(String person);
}
