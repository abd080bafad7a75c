package org.acmconversation.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The address of a contact has been corrected, in the current transaction.
 *
 * @param email null if the contact has none any more
 */
public record ContactEmailChanged(
        UUID engagementId, String previousEmail, @Nullable String email) {

    /** Omits the addresses, since they must not be logged. */
    @Override
    public String toString() {
        return "ContactEmailChanged[engagementId=%s]".formatted(engagementId);
    }
}
