package org.acmconversation.engagement;

import java.util.Collection;
import java.util.UUID;

/** Port to the references that an external system has assigned to its records of engagements. */
public interface ExternalReferences {

    /** Returns the engagements with a reference, ignoring case; there are only few. */
    Collection<UUID> engagements(String reference);
}
