package org.acmconversation.engagement;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Which engagements to select; what is null does not filter. Activity, owner and due date are those of one task.
 *
 * @param text part of the customer's name or of the external id, without regard to case and accents, or a reference of
 *     FTOP
 * @param activity id of a current activity
 * @param owner who has claimed a current task
 * @param due when a current task is due
 * @param zone where {@code due} is seen from
 * @param waitingFor external system that it waits for
 * @param from started then or later
 * @param to started before then
 * @param missing what is missing in its follow-up
 * @param actionOwner who owns its next action
 * @param role group that may do a current task, such as {@code fasttrack-manager}; the same task as above
 * @param past what has happened to it
 */
public record EngagementFilter(
        @Nullable EngagementStatus status,
        @Nullable Segment segment,
        @Nullable String service,
        @Nullable Initiative initiative,
        @Nullable String text,
        @Nullable String activity,
        @Nullable String owner,
        @Nullable Due due,
        @Nullable ZoneId zone,
        WaitingFor.@Nullable ExternalSystem waitingFor,
        @Nullable Instant from,
        @Nullable Instant to,
        FollowUps.@Nullable Missing missing,
        @Nullable String actionOwner,
        @Nullable String role,
        Past past) {

    /**
     * What has happened to an engagement.
     *
     * @param completed id of an activity; it has completed a task of it
     * @param completedFrom and that then or later
     * @param completedTo and before then
     * @param endedFrom ended then or later
     * @param endedTo ended before then
     */
    public record Past(
            @Nullable String completed,
            @Nullable Instant completedFrom,
            @Nullable Instant completedTo,
            @Nullable Instant endedFrom,
            @Nullable Instant endedTo) {

        /** Anything. */
        public static final Past ANY = new Past(null, null, null, null, null);
    }

    /** Selects all engagements. */
    public static final EngagementFilter NONE = new EngagementFilter(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, Past.ANY);

    /** Selects engagements in which something is missing, by the owner of their next action. */
    public static EngagementFilter missing(FollowUps.Missing missing, String actionOwner) {
        return new EngagementFilter(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                missing,
                actionOwner,
                null,
                Past.ANY);
    }

    /** The same, of those that are at a step. */
    public EngagementFilter at(String otherActivity) {
        return new EngagementFilter(
                status,
                segment,
                service,
                initiative,
                text,
                otherActivity,
                owner,
                due,
                zone,
                waitingFor,
                from,
                to,
                missing,
                actionOwner,
                role,
                past);
    }
}
