package org.acmconversation.webhook;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What another system may know of something that happened to an engagement. It goes through the registry of event
 * publications, which keeps it in the transaction of what it tells of until each listener has taken it.
 *
 * @param number position among the engagement's events, from 1 without gaps
 * @param type such as {@code engagement.started}
 * @param occurredAt when its transaction was about to commit, so that it agrees with the number
 * @param data free of personal data; nothing in it is null
 */
public record OutgoingEvent(
        UUID id, UUID engagementId, long number, String type, Instant occurredAt, Map<String, String> data) {

    /** Copies the data. */
    public OutgoingEvent {
        data = Map.copyOf(data);
    }
}
