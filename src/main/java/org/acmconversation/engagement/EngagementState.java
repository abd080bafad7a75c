package org.acmconversation.engagement;

import java.util.List;

/**
 * An engagement and what it waits for, read at one moment.
 *
 * @param currentActivities where it waits, over its whole call hierarchy
 * @param waitingFor the systems outside that keep it waiting
 */
public record EngagementState(
        Engagement engagement, List<CurrentActivity> currentActivities, List<String> waitingFor) {}
