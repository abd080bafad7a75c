package org.acmconversation.timeline;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that happened to an engagement.
 *
 * @param at when
 * @param actor who did it; {@code system} where no person or client did
 * @param activityId the element of the model where it happened, if it did at one
 * @param name what a reader calls it: the element's or the FTOP task's name, in Spanish
 * @param detail what else there is to know, by the kind of event
 */
public record TimelineEntry(
        Instant at, Event event, String actor, String activityId, String name, Map<String, Object> detail) {

    /** The task that it tells of; null if it tells of none. */
    public String taskId() {
        return (String) detail.get("taskId");
    }

    /** What can happen. */
    public enum Event {
        ENGAGEMENT_STARTED,
        TASK_CLAIMED,
        TASK_UNCLAIMED,
        TASK_ASSIGNED,
        TASK_RESCHEDULED,
        TASK_COMPLETED,
        TASK_REMINDED,
        TASK_ESCALATED,
        DECISION_MADE,
        FTOP_TASK_CREATED,
        FTOP_TASK_CLOSED,
        PROFILE_CHANGED,
        ENGAGEMENT_WITHDRAWN,
        ENGAGEMENT_ENDED
    }
}
