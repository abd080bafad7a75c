package org.acmconversation.timeline;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event of an engagement.
 *
 * @param at time of the event
 * @param actor who caused it; {@code system} if no person or client did
 * @param activityId id of the model element, or null
 * @param name display name of the model element or FTOP task, in Spanish
 * @param detail further data, depending on the event
 */
public record TimelineEntry(
        Instant at,
        Event event,
        String actor,
        @Nullable String activityId,
        @Nullable String name,
        Map<String, Object> detail) {

    /** Returns the id of the task concerned, or null. */
    public @Nullable String taskId() {
        return (String) detail.get("taskId");
    }

    /** Types of events. */
    public enum Event {
        ENGAGEMENT_STARTED,
        TASK_CLAIMED,
        TASK_UNCLAIMED,
        TASK_ASSIGNED,
        TASK_RESCHEDULED,
        TASK_COMMENTED,
        TASK_COMPLETED,
        TASK_REMINDED,
        TASK_ESCALATED,
        DECISION_MADE,
        FTOP_TASK_CREATED,
        FTOP_TASK_CLOSED,
        NEXT_ACTION_PLANNED,
        STATUS_NOTED,
        PROFILE_CHANGED,
        CONVERSATION_RESCHEDULED,
        CALL_INVITATION_SENT,
        CALL_INVITATION_UPDATED,
        CALL_INVITATION_CANCELED,
        ENGAGEMENT_WITHDRAWN,
        ENGAGEMENT_ENDED,
        ENGAGEMENT_ERASED
    }
}
