package org.acmconversation.engagement;

/** Tells which engagements have completed a step. */
public interface CompletedSteps {

    /**
     * SQL that is true if the row of {@code engagement} at hand has completed a task of the activity
     * {@code :completed}, at {@code :completedFrom} or later and before {@code :completedTo}.
     *
     * @param from whether it has to be {@code :completedFrom} or later
     * @param to whether it has to be before {@code :completedTo}
     */
    String condition(boolean from, boolean to);
}
