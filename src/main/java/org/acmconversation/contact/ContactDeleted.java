package org.acmconversation.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact has been deleted, in the current transaction. Modules that store data about the contact must delete it.
 *
 * @param email the contact's address
 */
public record ContactDeleted(UUID engagementId, @Nullable String email) {

    /** Omits the address, since it must not be logged. */
    @Override
    public String toString() {
        return "ContactDeleted[engagementId=%s]".formatted(engagementId);
    }
}
