package org.acmconversation.notification;

/** What a person can be told. */
public enum Kind {
    /** Somebody gave the person a task. */
    ASSIGNED,
    /** Somebody wrote the person's name in a comment. */
    MENTIONED,
    /** A task of the person is due on the next working day. */
    DUE_TOMORROW,
    /** A task of the person is overdue. */
    OVERDUE,
    /** Somebody else has a task of the person now. */
    TAKEN_OVER,
    /** A step of a process has failed, and an operator has to look at it. */
    INCIDENT,
    /** The Teams channel of a role takes no more cards, and an operator has to mend it. */
    CHANNEL_GONE
}
