package org.acmconversation.engagement;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Tells which engagements wait for an external system. */
public interface WaitingFor {

    /** External systems that engagements may wait for. */
    enum ExternalSystem {
        FTOP
    }

    /** The system. */
    ExternalSystem system();

    /** Those of the engagements that wait for it. */
    Set<UUID> waiting(Collection<UUID> engagementIds);

    /** SQL that is true if the row of {@code engagement} at hand waits for it. */
    String condition();
}
