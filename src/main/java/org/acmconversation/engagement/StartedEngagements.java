package org.acmconversation.engagement;

/** SQL condition for engagements that a person has started. */
public interface StartedEngagements {

    /** Returns an SQL condition on a row of {@code engagement}: {@code :startedBy} has started it. */
    String condition();
}
