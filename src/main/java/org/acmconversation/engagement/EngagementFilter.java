package org.acmconversation.engagement;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Selects engagements; a null component does not filter. Activity, owner, due date and role must match the same task.
 *
 * @param text part of the customer's name or of the external id, ignoring case and accents, or an FTOP reference
 * @param activity id of a current activity
 * @param owner assignee of a current task
 * @param due when a current task is due
 * @param zone time zone for {@code missing} and {@code due}; working days are counted in the engagement's own
 * @param waitingFor external system that it waits for
 * @param from earliest start, inclusive
 * @param to latest start, exclusive
 * @param missing which part of its follow-up is missing
 * @param actionOwner who owns its next action
 * @param role candidate group of a current task, such as {@code fasttrack-manager}
 * @param past conditions on its past
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
     * Conditions on an engagement's past.
     *
     * @param completed id of an activity of which it has completed a task
     * @param completedFrom earliest completion of that task, inclusive
     * @param completedTo latest completion of that task, exclusive
     * @param endedFrom earliest end, inclusive
     * @param endedTo latest end, exclusive
     * @param startedBy who started it
     */
    public record Past(
            @Nullable String completed,
            @Nullable Instant completedFrom,
            @Nullable Instant completedTo,
            @Nullable Instant endedFrom,
            @Nullable Instant endedTo,
            @Nullable String startedBy) {

        /** No conditions. */
        public static final Past ANY = new Past(null, null, null, null, null, null);
    }

    /** Selects all engagements. */
    public static final EngagementFilter NONE = new EngagementFilter(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, Past.ANY);

    /** Selects engagements whose follow-up is missing something, by the owner of their next action. */
    public static EngagementFilter missing(FollowUps.Missing missing, String actionOwner, ZoneId zone) {
        return new EngagementFilter(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                zone,
                null,
                null,
                null,
                missing,
                actionOwner,
                null,
                Past.ANY);
    }

    /** Selects engagements by when a current task is due. */
    public static EngagementFilter due(Due due, ZoneId zone) {
        return new EngagementFilter(
                null, null, null, null, null, null, null, due, zone, null, null, null, null, null, null, Past.ANY);
    }

    /** Selects engagements that wait for a system. */
    public static EngagementFilter waitingFor(WaitingFor.ExternalSystem system) {
        return new EngagementFilter(
                null, null, null, null, null, null, null, null, null, system, null, null, null, null, null, Past.ANY);
    }

    /** Returns this filter, restricted to engagements at a step. */
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
