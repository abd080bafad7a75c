package org.acmconversation.webhook;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An event of an engagement for other systems. The event publication registry stores it in the transaction of the
 * event, until each listener has processed it.
 *
 * @param number position among the engagement's events, from 1 without gaps
 * @param type event type, such as {@code engagement.started}
 * @param occurredAt time just before the commit, so that it is in the order of the numbers
 * @param data without personal data and without null values
 */
public record OutgoingEvent(
        UUID id, UUID engagementId, long number, String type, Instant occurredAt, Map<String, String> data) {

    static final String EXTERNAL_ID = "externalId";

    /** Makes a defensive copy of the data. */
    public OutgoingEvent {
        data = Map.copyOf(data);
    }

    /** Returns the event with another external id. */
    OutgoingEvent withExternalId(String externalId) {
        Map<String, String> renamed = new HashMap<>(data);
        renamed.put(EXTERNAL_ID, externalId);
        return new OutgoingEvent(id, engagementId, number, type, occurredAt, renamed);
    }
}
