package org.acmconversation.engagement;

import java.util.Collection;
import java.util.UUID;

/** Knows the references that another system has given to what it keeps of engagements. */
public interface ForeignReferences {

    /** The engagements that a reference leads to; few, and without regard to case. */
    Collection<UUID> engagements(String reference);
}
