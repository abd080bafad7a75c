package org.acmconversation.engagement;

import java.util.Optional;
import java.util.UUID;

/** Tells which external system an engagement waits for. */
public interface WaitingFor {

    /** Returns the system's name; empty if the engagement does not wait for it. */
    Optional<String> system(UUID engagementId);
}
