package org.acmconversation.engagement.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.Transactions;
import org.acmconversation.operations.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives the first answer to a request again when the request comes again. Key, engagement and answer are stored in one
 * transaction; of requests that arrive at once, on whatever node, one inserts the key and the others wait for it.
 */
@Component
class IdempotentAnswers {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final ObjectMapper json;
    private final Clock clock;

    IdempotentAnswers(JdbcClient jdbc, Transactions transactions, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** What was answered: the engagement that was started, and its representation then. */
    record Answer(UUID engagementId, String body) {}

    private record StoredAnswer(String requestDigest, UUID engagementId, String body) {}

    Answer answer(Supplier<EngagementResource> start) {
        return transactions.run(() -> {
            EngagementResource resource = start.get();
            return new Answer(resource.engagement().id(), write(resource));
        });
    }

    /** @throws IdempotencyKeyReusedException if the key came with another request before */
    Answer answerOnce(IdempotencyKey key, NewEngagement request, Supplier<EngagementResource> start) {
        String digest = digest(request);
        return transactions.run(
                () -> find(key).map(stored -> again(key, stored, digest)).orElseGet(() -> {
                    insert(key, digest);
                    Answer answer = answer(start);
                    complete(key, answer);
                    return answer;
                }));
    }

    private Answer again(IdempotencyKey key, StoredAnswer stored, String digest) {
        if (!stored.requestDigest().equals(digest)) {
            throw new IdempotencyKeyReusedException();
        }
        jdbc.sql("update idempotent_answer set used_at = :now where request_key = :key")
                .param("key", key.value())
                .param("now", OffsetDateTime.now(clock))
                .update();
        return new Answer(stored.engagementId(), stored.body());
    }

    private Optional<StoredAnswer> find(IdempotencyKey key) {
        return jdbc.sql("select request_digest, engagement_id, body from idempotent_answer where request_key = :key")
                .param("key", key.value())
                .query(StoredAnswer.class)
                .optional();
    }

    private void insert(IdempotencyKey key, String digest) {
        jdbc.sql("""
                        insert into idempotent_answer (request_key, request_digest, created_at, used_at)
                        values (:key, :digest, :now, :now)
                        """)
                .param("key", key.value())
                .param("digest", digest)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private void complete(IdempotencyKey key, Answer answer) {
        jdbc.sql("update idempotent_answer set engagement_id = :engagementId, body = :body where request_key = :key")
                .param("key", key.value())
                .param("engagementId", answer.engagementId())
                .param("body", answer.body())
                .update();
    }

    /** Of what was read, not of what was sent: white space and the order of members make no other request. */
    private String digest(NewEngagement request) {
        return Sha256.of(write(request));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records of the API can always be written", e);
        }
    }
}
