package org.acmconversation.engagement;

import java.util.Optional;
import java.util.UUID;

/** Tells which system outside keeps an engagement waiting, where one does. */
public interface WaitingFor {

    /** Name of the system; empty if the engagement does not wait for it. */
    Optional<String> system(UUID engagementId);
}
