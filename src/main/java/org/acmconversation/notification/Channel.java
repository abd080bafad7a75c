package org.acmconversation.notification;

/** The channels of notifications. */
public enum Channel {
    /** The bell of our pages. */
    BELL,
    /** The digest by email. */
    MAIL
}
