package org.acmconversation.invitation;

import java.time.Instant;
import java.util.UUID;

/**
 * The invitation to the conversation of an engagement.
 *
 * @param sequence counts its changes
 * @param withCustomer whether the customer's contacts are invited
 */
record CallInvitation(UUID engagementId, int sequence, Instant startsAt, boolean withCustomer, boolean canceled) {

    static CallInvitation first(UUID engagementId, Instant startsAt, boolean withCustomer) {
        return new CallInvitation(engagementId, 0, startsAt, withCustomer, false);
    }

    CallInvitation at(Instant time, boolean invitesCustomer) {
        return new CallInvitation(engagementId, sequence + 1, time, invitesCustomer, false);
    }

    CallInvitation cancel() {
        return new CallInvitation(engagementId, sequence + 1, startsAt, withCustomer, true);
    }
}
