package org.acmconversation.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.acmconversation.database.StoredJson;
import org.acmconversation.outbound.RestoreListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Leaves a gap in the numbers of each engagement's events. The receiver has already received numbers that are not in
 * the backup, and ignores events whose number is not higher. Undelivered events are renumbered to come after the gap.
 */
@Component
class NumbersAfterRestore implements RestoreListener {

    /** More events than an engagement ever has. */
    static final int GAP = 10_000;

    private static final String NUMBER = "number";

    private final JdbcClient jdbc;
    private final StoredJson json;

    NumbersAfterRestore(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Row(UUID id, String content) {}

    @Override
    public void restored() {
        jdbc.sql(
                        "update webhook_stream set last_number = last_number + :gap, delivered_number = delivered_number + :gap")
                .param("gap", GAP)
                .update();
        jdbc.sql("update webhook_message set number = number + :gap where status in ('WAITING', 'DEAD')")
                .param("gap", GAP)
                .update();
        move("webhook_message", "body", "status in ('WAITING', 'DEAD')");
        move("event_publication", "serialized_event", "completion_date is null");
    }

    private void move(String table, String column, String condition) {
        List<Row> rows = jdbc.sql("select id, %s as content from %s where %s".formatted(column, table, condition))
                .query(Row.class)
                .list();
        for (Row row : rows) {
            jdbc.sql("update %s set %s = :content where id = :id".formatted(table, column))
                    .param("content", moved(row.content()))
                    .param("id", row.id())
                    .update();
        }
    }

    private String moved(String content) {
        JsonNode event = json.read(content);
        if (event instanceof ObjectNode fields && event.path(NUMBER).isNumber()) {
            fields.put(NUMBER, event.path(NUMBER).asLong() + GAP);
        }
        return json.write(event);
    }
}
