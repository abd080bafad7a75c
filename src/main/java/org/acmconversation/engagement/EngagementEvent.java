package org.acmconversation.engagement;

import java.time.Instant;
import java.util.UUID;

/** An event of an engagement; published within the transaction of the change. */
public sealed interface EngagementEvent {

    /** The engagement's id. */
    UUID engagementId();

    /** A request started the engagement. */
    record Started(UUID engagementId) implements EngagementEvent {}

    /**
     * The profile changed.
     *
     * @param profile the new profile
     * @param previous the profile before
     */
    record ProfileChanged(UUID engagementId, Profile profile, Profile previous) implements EngagementEvent {}

    /**
     * The engagement was withdrawn.
     *
     * @param reason reason given for the withdrawal
     */
    record Withdrawn(UUID engagementId, String reason) implements EngagementEvent {}

    /**
     * The conversation with the customer was rescheduled.
     *
     * @param at the new time
     * @param previous the time before
     */
    record ConversationRescheduled(UUID engagementId, Instant at, Instant previous) implements EngagementEvent {}

    /** The conversation ended, possibly after a withdrawal. */
    record Ended(UUID engagementId, Outcome outcome) implements EngagementEvent {}

    /** The personal data of the engagement was erased. */
    record Erased(UUID engagementId) implements EngagementEvent {}
}
