package org.acmconversation.contract;

import static org.acmconversation.contract.Answer.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API for emails that could not be sent. */
abstract class MailDeadLetterContract extends ContractTest {

    private static final String DEAD_LETTERS = "/api/mail/dead-letters";

    @BeforeEach
    @AfterEach
    void deleteMails() {
        database.update("delete from mail");
    }

    @Test
    void listsUndeliveredMails() {
        UUID early = deadLetter(1);
        UUID late = deadLetter(2);

        JsonNode page = operator()
                .get(DEAD_LETTERS + "?page=0&size=1")
                .assertStatus(200)
                .json();

        assertThat(page.path("totalItems").asInt()).isEqualTo(2);
        assertThat(texts(page.path("items"), "id")).containsExactly(late.toString());
        assertThat(page.at("/items/0/recipient").asText()).isEqualTo("ana@example.org");
        assertThat(page.at("/items/0/failure").asText()).isEqualTo("answer 550");
        assertThat(texts(operator().get(DEAD_LETTERS + "?page=1&size=1").json().path("items"), "id"))
                .containsExactly(early.toString());
        operator().get(DEAD_LETTERS + "?size=0").assertInvalid("size");
    }

    @Test
    void replaysOne() {
        UUID letter = deadLetter(1);

        operator().post(DEAD_LETTERS + "/" + letter + "/replay", "").assertStatus(202);

        assertThat(count("mail where id = ? and status = 'WAITING' and attempts = 0 and due_at is not null", letter))
                .isEqualTo(1);
        assertThat(count("audit_entry where action = 'mail.replay' and object_id = ?", letter.toString()))
                .isEqualTo(1);
        operator().post(DEAD_LETTERS + "/" + letter + "/replay", "").assertProblem(404, "dead-letter-not-found");
    }

    @Test
    void replaysAll() {
        deadLetter(1);
        deadLetter(2);

        assertThat(operator()
                        .post(DEAD_LETTERS + "/replay", "")
                        .assertStatus(202)
                        .json()
                        .path("replayed")
                        .asInt())
                .isEqualTo(2);
        assertThat(count("mail where status = 'DEAD'")).isZero();
    }

    @Test
    void discardingDeletesTheContent() {
        UUID letter = deadLetter(1);
        ApiClient admin = anonymous().as("admin");

        operator()
                .send("DELETE", DEAD_LETTERS + "/" + letter, BodyPublishers.noBody())
                .assertProblem(403, "forbidden");
        admin.send("DELETE", DEAD_LETTERS + "/" + letter, BodyPublishers.noBody())
                .assertStatus(204);

        assertThat(count("mail where id = ? and status = 'DISCARDED' and content is null", letter))
                .isEqualTo(1);
        admin.send("DELETE", DEAD_LETTERS + "/" + letter, BodyPublishers.noBody())
                .assertProblem(404, "dead-letter-not-found");
    }

    private ApiClient operator() {
        return anonymous().as("operator");
    }

    private UUID deadLetter(int seconds) {
        var id = UUID.randomUUID();
        var time = Instant.parse("2026-11-23T17:00:00Z").plusSeconds(seconds).atOffset(ZoneOffset.UTC);
        database.update(
                "insert into mail (id, mail_key, content, status, attempts, give_up_at, failure, created_at,"
                        + " finished_at) values (?, ?, ?, 'DEAD', 3, ?, 'answer 550', ?, ?)",
                id,
                id.toString(),
                "{\"key\": \"%s\", \"to\": {\"address\": \"ana@example.org\"}, \"subject\": \"Hola\", \"text\": \"Hola\"}"
                        .formatted(id),
                time,
                time,
                time);
        return id;
    }
}
