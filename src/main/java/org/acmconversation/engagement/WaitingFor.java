package org.acmconversation.engagement;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Port for an external system that engagements may wait for. */
public interface WaitingFor {

    /** External systems that engagements may wait for. */
    enum ExternalSystem {
        FTOP
    }

    /** The system. */
    ExternalSystem system();

    /** Returns those of the engagements that wait for it. */
    Set<UUID> waiting(Collection<UUID> engagementIds);

    /** Returns an SQL condition on a row of {@code engagement}: it waits for the system. */
    String condition();
}
