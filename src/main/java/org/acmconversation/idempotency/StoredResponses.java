package org.acmconversation.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores the first response to each key. The column {@code engagement_id} holds the resource's id, whatever the
 * resource; nodes of the previous version read this column.
 */
@Repository
class StoredResponses {

    private static final int ROWS_AT_ONCE = 1000;

    /** Short compared with the hours for which responses are kept. */
    private static final Duration MIN_UPDATE_INTERVAL = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredResponses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<StoredResponse> find(IdempotencyKey key) {
        return jdbc.sql("""
                        select request_digest, engagement_id as resource_id, body
                        from idempotent_answer where request_key = :key
                        """)
                .param("key", key.value())
                .query(StoredResponse.class)
                .optional();
    }

    /** Inserts a key, which blocks other requests with the same key until this transaction ends. */
    void reserve(IdempotencyKey key, String requestDigest) {
        jdbc.sql("""
                        insert into idempotent_answer (request_key, request_digest, created_at, used_at)
                        values (:key, :digest, :now, :now)
                        """)
                .param("key", key.value())
                .param("digest", requestDigest)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** @param subject the id in the path of the request, or null */
    void complete(IdempotencyKey key, StoredResponse response, @Nullable String subject) {
        jdbc.sql("""
                        update idempotent_answer set engagement_id = :resourceId, subject = :subject, body = :body
                        where request_key = :key
                        """)
                .param("subject", subject)
                .param("key", key.value())
                .param("resourceId", response.resourceId())
                .param("body", response.body())
                .update();
    }

    /** Clears the response with a resource; the key stays. */
    void erase(UUID resourceId) {
        jdbc.sql("update idempotent_answer set body = null where engagement_id = :resourceId")
                .param("resourceId", resourceId)
                .update();
    }

    /**
     * Restarts the key's retention, unless it was restarted just before: concurrent identical requests would conflict.
     */
    void recordUse(IdempotencyKey key) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("update idempotent_answer set used_at = :now where request_key = :key and used_at < :justNow")
                .param("key", key.value())
                .param("now", now)
                .param("justNow", now.minus(MIN_UPDATE_INTERVAL))
                .update();
    }

    /**
     * Deletes a batch of responses that were last used before a time and returns the number. A response that is used
     * meanwhile is kept.
     */
    int deleteSomeUnusedSince(OffsetDateTime time) {
        return jdbc.sql("""
                        delete from idempotent_answer where request_key in (
                          select request_key from idempotent_answer where used_at < :time limit :limit)
                        and used_at < :time
                        """).param("time", time).param("limit", ROWS_AT_ONCE).update();
    }
}
