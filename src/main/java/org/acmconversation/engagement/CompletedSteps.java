package org.acmconversation.engagement;

/** SQL condition for engagements that have completed a step. */
public interface CompletedSteps {

    /**
     * Returns an SQL condition on a row of {@code engagement}: it has completed a task of the activity
     * {@code :completed}, at {@code :completedFrom} or later and before {@code :completedTo}.
     *
     * @param from whether {@code :completedFrom} applies
     * @param to whether {@code :completedTo} applies
     */
    String condition(boolean from, boolean to);
}
