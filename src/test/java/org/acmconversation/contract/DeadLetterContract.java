package org.acmconversation.contract;

import static org.acmconversation.contract.Answer.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API for dead letters, and a service without a webhook. */
abstract class DeadLetterContract extends ContractTest {

    private static final String DEAD_LETTERS = "/api/webhook/dead-letters";

    @BeforeEach
    void deleteMessages() {
        database.update("delete from webhook_message");
    }

    @Test
    void storesNoEventsWithoutAReceiver() {
        String id = started(Requests.valid());
        awaitTask(id, "scheduleConversation");
        manager().withdraw(id, "The customer left").assertStatus(200);
        awaitIdle();

        assertThat(count("event_publication")).isZero();
        assertThat(count("webhook_stream where engagement_id = ?", UUID.fromString(id)))
                .isZero();
        assertThat(count("webhook_message")).isZero();
    }

    @Test
    void pagesAreMostRecentFirst() {
        UUID early = deadLetter(UUID.randomUUID(), 1);
        UUID late = deadLetter(UUID.randomUUID(), 2);

        JsonNode page = list("?page=0&size=1");
        assertThat(texts(page.get("items"), "id")).containsExactly(late.toString());
        assertThat(page.get("totalItems").asInt()).isEqualTo(2);
        assertThat(page.get("page").asInt()).isZero();
        assertThat(page.get("size").asInt()).isEqualTo(1);
        assertThat(page.at("/items/0/failure").asText()).isEqualTo("answer 500");
        assertThat(page.at("/items/0/waitingBehind").asInt()).isEqualTo(1);
        assertThat(texts(list("?page=1&size=1").get("items"), "id")).containsExactly(early.toString());
    }

    @Test
    void replaysOne() {
        UUID one = deadLetter(UUID.randomUUID(), 1);
        UUID other = deadLetter(UUID.randomUUID(), 2);

        assertThat(admin().post(DEAD_LETTERS + "/" + one + "/replay", "")
                        .assertStatus(202)
                        .json()
                        .get("replayed")
                        .asInt())
                .isEqualTo(1);

        assertThat(count("webhook_message where id = ? and status = 'WAITING' and attempts = 0", one))
                .isEqualTo(1);
        assertThat(texts(list("").get("items"), "id")).containsExactly(other.toString());
        assertThat(audited("dead-letter.replay", one)).isEqualTo(1);
        admin().post(DEAD_LETTERS + "/" + one + "/replay", "").assertProblem(404, "dead-letter-not-found");
    }

    @Test
    void replaysAll() {
        deadLetter(UUID.randomUUID(), 1);
        deadLetter(UUID.randomUUID(), 2);

        assertThat(admin().post(DEAD_LETTERS + "/replay", "")
                        .assertStatus(202)
                        .json()
                        .get("replayed")
                        .asInt())
                .isEqualTo(2);
        assertThat(list("").get("totalItems").asInt()).isZero();
    }

    @Test
    void discardingOneMakesTheNextDue() {
        UUID engagementId = UUID.randomUUID();
        UUID letter = deadLetter(engagementId, 1);
        insert(engagementId, 2, "WAITING", Instant.now());

        admin().send("DELETE", DEAD_LETTERS + "/" + letter, BodyPublishers.noBody())
                .assertStatus(204);

        assertThat(count("webhook_message where id = ? and status = 'DISCARDED'", letter))
                .isEqualTo(1);
        assertThat(count("webhook_message where engagement_id = ? and due_at is not null", engagementId))
                .isEqualTo(1);
        assertThat(audited("dead-letter.discard", letter)).isEqualTo(1);
        admin().send("DELETE", DEAD_LETTERS + "/" + letter, BodyPublishers.noBody())
                .assertProblem(404, "dead-letter-not-found");
    }

    @ParameterizedTest
    @CsvSource({"page=-1, page", "page=x, page", "size=0, size", "size=201, size"})
    void namesInvalidParameters(String parameters, String field) {
        admin().get(DEAD_LETTERS + "?" + parameters).assertInvalid(field);
    }

    @Test
    void rejectsInvalidIds() {
        admin().post(DEAD_LETTERS + "/1-1-1-1-1/replay", "").assertInvalid("id");
        admin().send("DELETE", DEAD_LETTERS + "/1", BodyPublishers.noBody()).assertInvalid("id");
    }

    @Test
    void operatorsCanReplayButNotDiscard() {
        UUID letter = deadLetter(UUID.randomUUID(), 1);
        ApiClient operator = anonymous().as("operator");

        operator.send("DELETE", DEAD_LETTERS + "/" + letter, BodyPublishers.noBody())
                .assertProblem(403, "forbidden");
        operator.post(DEAD_LETTERS + "/" + letter + "/replay", "").assertStatus(202);
        manager().get(DEAD_LETTERS).assertProblem(403, "forbidden");
        crm().post(DEAD_LETTERS + "/replay", "").assertProblem(403, "forbidden");
    }

    private ApiClient admin() {
        return anonymous().as("admin");
    }

    private JsonNode list(String parameters) {
        return admin().get(DEAD_LETTERS + parameters).assertStatus(200).json();
    }

    private int audited(String action, UUID id) {
        return count("audit_entry where action = ? and object_id = ? and actor = 'admin'", action, id.toString());
    }

    /** Creates a dead letter, followed by another event of its engagement, with an offset in seconds. */
    private UUID deadLetter(UUID engagementId, int seconds) {
        database.update(
                "insert into webhook_stream (engagement_id, last_number, delivered_number) values (?, 2, 0)",
                engagementId);
        return insert(
                engagementId, 1, "DEAD", Instant.parse("2026-11-23T17:00:00Z").plusSeconds(seconds));
    }

    private UUID insert(UUID engagementId, int number, String status, Instant at) {
        var id = UUID.randomUUID();
        OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
        database.update(
                "insert into webhook_message (id, engagement_id, number, type, body, status, attempts, failure,"
                        + " created_at, finished_at) values (?, ?, ?, 'engagement.started', '{}', ?, 12,"
                        + " 'answer 500', ?, ?)",
                id,
                engagementId,
                number,
                status,
                time,
                time);
        return id;
    }
}
