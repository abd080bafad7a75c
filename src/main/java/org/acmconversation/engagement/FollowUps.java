package org.acmconversation.engagement;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port to the follow-ups of engagements. */
public interface FollowUps {

    /** What may be missing in a follow-up. */
    enum Missing {
        /** Nobody has written a status note for two weeks. */
        NOTE,
        /** The date of the next action has passed. */
        ACTION_OVERDUE,
        /** There is no next action. */
        ACTION
    }

    /**
     * SQL conditions on a row of {@code engagement}.
     *
     * @param conditions SQL
     */
    record Selection(List<String> conditions, Map<String, Object> parameters) {}

    /** Returns the follow-up of each of the engagements. */
    Map<UUID, FollowUp> of(Collection<Engagement> engagements);

    /**
     * Selects running engagements by what is missing in their follow-up and by the owner of their next action.
     *
     * @param missing what is missing; null for no condition
     * @param actionOwner the owner of the next action; null for no condition
     * @param zone decides which day is today; null for UTC
     */
    Selection selection(@Nullable Missing missing, @Nullable String actionOwner, Instant now, @Nullable ZoneId zone);
}
