package org.acmconversation.engagement;

/**
 * How an engagement ended. The model's end events refer to these values in their extension property {@code outcome}.
 */
public enum Outcome {
    CONVERSATION_COMPLETE(EngagementStatus.COMPLETED),
    INTRODUCED_TO_SME(EngagementStatus.COMPLETED),
    WITHDRAWN(EngagementStatus.WITHDRAWN),
    COVERED_BY_ENTERPRISE_PROGRAM(EngagementStatus.NOT_APPLICABLE);

    private final EngagementStatus status;

    Outcome(EngagementStatus status) {
        this.status = status;
    }

    /** Returns the status of an engagement with this outcome. */
    public EngagementStatus status() {
        return status;
    }
}
