package org.acmconversation.webhook;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An event in the format in which it is sent.
 *
 * @param number extension attribute: position among the subject's events
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">CloudEvents 1.0,
 *     JSON format</a>
 */
@JsonPropertyOrder({"specversion", "id", "source", "type", "subject", "number", "time", "datacontenttype", "data"})
record CloudEvent(
        String specversion,
        UUID id,
        URI source,
        String type,
        UUID subject,
        long number,
        Instant time,
        String datacontenttype,
        Map<String, String> data) {

    static final String MEDIA_TYPE = "application/cloudevents+json";

    private static final String TYPE_PREFIX = "org.acmconversation.";
    private static final URI SOURCE = URI.create("/api/engagements");

    static CloudEvent of(OutgoingEvent event) {
        return new CloudEvent(
                "1.0",
                event.id(),
                SOURCE,
                TYPE_PREFIX + event.type(),
                event.engagementId(),
                event.number(),
                event.occurredAt(),
                "application/json",
                new TreeMap<>(event.data()));
    }
}
