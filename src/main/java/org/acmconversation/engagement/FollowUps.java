package org.acmconversation.engagement;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells how engagements are followed up. */
public interface FollowUps {

    /** What may be missing. */
    enum Missing {
        /** Nobody has written for two weeks how it stands. */
        NOTE,
        /** The day of the next action is over. */
        ACTION_OVERDUE,
        /** There is no next action. */
        ACTION
    }

    /**
     * Conditions on the row of {@code engagement} at hand.
     *
     * @param conditions SQL
     */
    record Selection(List<String> conditions, Map<String, Object> parameters) {}

    /** The follow-up of each of the engagements. */
    Map<UUID, FollowUp> of(Collection<Engagement> engagements);

    /**
     * Selects running engagements in which something is missing, and those whose next action somebody owns.
     *
     * @param missing null for whatever
     * @param actionOwner null for whoever
     */
    Selection selection(@Nullable Missing missing, @Nullable String actionOwner, Instant now);
}
