package org.acmconversation.notification;

/** The channels of notifications. */
public enum Channel {
    /** Our own pages. */
    BELL,
    /** The digest by email. */
    MAIL
}
