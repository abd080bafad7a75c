package org.acmconversation.engagement;

/** Where an engagement stands. */
public enum EngagementStatus {
    RUNNING,
    COMPLETED,
    WITHDRAWN,
    /** The Enterprise program already covers what the conversation would do. */
    NOT_APPLICABLE
}
