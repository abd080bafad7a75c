package org.acmconversation.engagement;

import java.util.List;

/**
 * An engagement and what it waits for, from one snapshot.
 *
 * @param currentActivities current activities, including those of called processes
 * @param waitingFor external systems that it waits for
 * @param followUp what comes next, and when somebody last wrote how it stands
 */
public record EngagementState(
        Engagement engagement,
        List<CurrentActivity> currentActivities,
        List<WaitingFor.ExternalSystem> waitingFor,
        FollowUp followUp) {}
