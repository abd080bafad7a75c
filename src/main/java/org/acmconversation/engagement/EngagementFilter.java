package org.acmconversation.engagement;

import java.time.Instant;
import java.time.ZoneId;

/**
 * Which engagements to select; what is null does not filter. Activity, owner and due date are those of one task.
 *
 * @param text part of the customer's name or of the external id, without regard to case and accents
 * @param activity id of a current activity
 * @param owner who has claimed a current task
 * @param due when a current task is due
 * @param zone where {@code due} is seen from
 * @param waitingFor external system that it waits for
 * @param from started then or later
 * @param to started before then
 */
public record EngagementFilter(
        EngagementStatus status,
        Segment segment,
        String service,
        Initiative initiative,
        String text,
        String activity,
        String owner,
        Due due,
        ZoneId zone,
        WaitingFor.ExternalSystem waitingFor,
        Instant from,
        Instant to) {

    /** Selects all engagements. */
    public static final EngagementFilter NONE =
            new EngagementFilter(null, null, null, null, null, null, null, null, null, null, null, null);
}
