package org.acmconversation.engagement;

import java.util.UUID;

/** Something that happened to an engagement; published within the transaction that makes it true. */
public sealed interface EngagementEvent {

    /** Whose event it is. */
    UUID engagementId();

    /** A request started the engagement. */
    record Started(UUID engagementId) implements EngagementEvent {}

    /**
     * Its profile changed.
     *
     * @param profile as it is now
     */
    record ProfileChanged(UUID engagementId, Profile profile) implements EngagementEvent {}

    /**
     * It was withdrawn before its end.
     *
     * @param reason as given by whoever withdrew it
     */
    record Withdrawn(UUID engagementId, String reason) implements EngagementEvent {}

    /** Its conversation came to an end; a withdrawn one has ended, too. */
    record Ended(UUID engagementId, Outcome outcome) implements EngagementEvent {}
}
