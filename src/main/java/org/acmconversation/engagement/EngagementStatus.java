package org.acmconversation.engagement;

/** The status of an engagement. */
public enum EngagementStatus {
    RUNNING,
    COMPLETED,
    WITHDRAWN,
    /** The Enterprise program already covers the conversation. */
    NOT_APPLICABLE
}
