package org.acmconversation.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.acmconversation.database.StoredJson;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.personaldata.PersonalData;
import org.acmconversation.personaldata.StoredRows;
import org.acmconversation.personaldata.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The customer's id in events, whether they were sent or not. Unsent ones are sent with the pseudonym. */
@Component
class WebhookPersonalData implements PersonalData {

    private static final Column BODY = new Column("webhook_message", "body", "engagement_id = :engagementId");

    /** The registry has no column for the engagement. */
    private static final Column EVENT = new Column(
            "event_publication",
            "serialized_event",
            "serialized_event like '%' || cast(:engagementId as varchar) || '%'");

    private final JdbcClient jdbc;
    private final StoredRows rows;
    private final WebhookStreams streams;
    private final Engagements engagements;
    private final StoredJson json;

    WebhookPersonalData(
            JdbcClient jdbc, StoredRows rows, WebhookStreams streams, Engagements engagements, StoredJson json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.streams = streams;
        this.engagements = engagements;
        this.json = json;
    }

    private record Column(String table, String name, String condition) {}

    private record Row(UUID id, String content) {}

    @Override
    public Set<String> erased() {
        return Set.of(BODY.table() + "." + BODY.name(), EVENT.table() + "." + EVENT.name());
    }

    @Override
    public Map<String, List<Map<String, Object>>> export(Subject subject) {
        return Map.of(
                BODY.table(), rows.read(BODY.table(), BODY.condition(), subject.parameters()),
                EVENT.table(), rows.read(EVENT.table(), EVENT.condition(), subject.parameters()));
    }

    /** Runs after the engagement was erased, whose new external id it takes over. */
    @Override
    public Map<String, Integer> erase(Subject subject) {
        streams.lock(subject.engagementId());
        String externalId = engagements.get(subject.engagementId()).externalId();
        return Map.of(
                BODY.table(), rename(BODY, subject, externalId), EVENT.table(), rename(EVENT, subject, externalId));
    }

    private int rename(Column column, Subject subject, String externalId) {
        int renamed = 0;
        for (Row row : jdbc.sql("select id, %s as content from %s where %s"
                        .formatted(column.name(), column.table(), column.condition()))
                .params(subject.parameters())
                .query(Row.class)
                .list()) {
            renamed += jdbc.sql("update %s set %s = :content where id = :id".formatted(column.table(), column.name()))
                    .param("content", rename(row.content(), externalId))
                    .param("id", row.id())
                    .update();
        }
        return renamed;
    }

    private String rename(String content, String externalId) {
        JsonNode event = json.read(content);
        if (event.path("data") instanceof ObjectNode data) {
            data.put(OutgoingEvent.EXTERNAL_ID, externalId);
        }
        return json.write(event);
    }
}
