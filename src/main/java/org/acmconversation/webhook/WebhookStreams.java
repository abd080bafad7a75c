package org.acmconversation.webhook;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts each engagement's events. Whoever counts keeps others from it until the transaction ends. */
@Repository
class WebhookStreams {

    private final JdbcClient jdbc;

    WebhookStreams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of the engagement's next event; given back if the transaction rolls back. */
    long nextNumber(UUID engagementId) {
        int known = jdbc.sql("update webhook_stream set last_number = last_number + 1 where engagement_id = :id")
                .param("id", engagementId)
                .update();
        if (known == 0) {
            jdbc.sql("insert into webhook_stream (engagement_id, last_number, delivered_number) values (:id, 1, 0)")
                    .param("id", engagementId)
                    .update();
        }
        return jdbc.sql("select last_number from webhook_stream where engagement_id = :id")
                .param("id", engagementId)
                .query(Long.class)
                .single();
    }

    /** How far the receiver has the engagement's events, which stays so until the transaction ends. */
    long lockDelivered(UUID engagementId) {
        return jdbc.sql("select delivered_number from webhook_stream where engagement_id = :id for update")
                .param("id", engagementId)
                .query(Long.class)
                .single();
    }

    /** Goes on from one event to the next. Returns false if someone else did before. */
    boolean advanceTo(UUID engagementId, long number) {
        return jdbc.sql("""
                                update webhook_stream set delivered_number = :number
                                where engagement_id = :id and delivered_number = :number - 1
                                """).param("id", engagementId).param("number", number).update() == 1;
    }
}
