package org.acmconversation.webhook;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Numbers each engagement's events. The engagement's row stays locked until the transaction ends. */
@Repository
class WebhookStreams {

    private final JdbcClient jdbc;

    WebhookStreams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the number of the engagement's next event; rolled back with the transaction. */
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

    /** Locks the engagement's row and returns the number of the last delivered event. */
    long lockDelivered(UUID engagementId) {
        return jdbc.sql("select delivered_number from webhook_stream where engagement_id = :id for update")
                .param("id", engagementId)
                .query(Long.class)
                .single();
    }

    /** Locks the engagement's row, if there is one. */
    void lock(UUID engagementId) {
        jdbc.sql("select delivered_number from webhook_stream where engagement_id = :id for update")
                .param("id", engagementId)
                .query(Long.class)
                .optional();
    }

    /** Advances to the next event. Returns false if another transaction already has. */
    boolean advanceTo(UUID engagementId, long number) {
        return jdbc.sql("""
                                update webhook_stream set delivered_number = :number
                                where engagement_id = :id and delivered_number = :number - 1
                                """).param("id", engagementId).param("number", number).update() == 1;
    }
}
