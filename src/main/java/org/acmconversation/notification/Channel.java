package org.acmconversation.notification;

/** Where a person is told. */
public enum Channel {
    /** The bell of our pages. */
    BELL,
    /** The digest by mail. */
    MAIL
}
