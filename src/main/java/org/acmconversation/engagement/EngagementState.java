package org.acmconversation.engagement;

import java.util.List;

/**
 * An engagement and what it waits for, from one snapshot.
 *
 * @param currentActivities current activities, including those of called processes
 * @param waitingFor external systems that it waits for
 * @param followUp the next action, and when the last status note was written
 */
public record EngagementState(
        Engagement engagement,
        List<CurrentActivity> currentActivities,
        List<WaitingFor.ExternalSystem> waitingFor,
        FollowUp followUp) {}
