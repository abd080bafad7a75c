package org.acmconversation.contract;

import static org.acmconversation.contract.Answer.texts;
import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/engagements} with an {@code Idempotency-Key}. */
abstract class IdempotencyContract extends ContractTest {

    @Test
    void fiftyConcurrentRequestsStartOneEngagement() {
        ObjectNode request = Requests.valid();
        String key = key();

        List<Answer> answers = atOnce(50, i -> crm().start(request, "Idempotency-Key", key));

        assertThat(answers).allSatisfy(answer -> answer.assertStatus(201));
        assertThat(answers).extracting(Answer::body).containsOnly(answers.get(0).body());
        String id = answers.get(0).id();
        assertThat(count(
                        "engagement where external_id = ?",
                        request.get("externalId").asText()))
                .isEqualTo(1);
        assertThat(count("ACT_RU_EXECUTION where BUSINESS_KEY_ = ? and PARENT_ID_ is null", id))
                .isEqualTo(1);
        awaitTask(id, "scheduleConversation");
        assertThat(texts(manager().get(ENGAGEMENTS + "/" + id + "/ftop-tasks").json(), "catalogId"))
                .containsExactly("4047");
        assertThat(texts(manager().get(ENGAGEMENTS + "/" + id + "/timeline").json(), "event"))
                .containsOnlyOnce("ENGAGEMENT_STARTED", "FTOP_TASK_CREATED");
    }

    @Test
    void repeatsTheFirstResponseAfterTheEngagementHasChanged() {
        ObjectNode request = Requests.valid();
        String key = key();
        Answer first = crm().start(request, "Idempotency-Key", key).assertStatus(201);
        awaitTask(first.id(), "scheduleConversation");
        manager().withdraw(first.id(), "Not now").assertStatus(200);

        Answer again = crm().start(request, "Idempotency-Key", key).assertStatus(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    }

    @Test
    void ignoresWhiteSpaceAndOrderOfMembers() {
        ObjectNode request = Requests.valid();
        String key = key();
        Answer first = crm().start(request, "Idempotency-Key", key).assertStatus(201);

        Answer again = crm().post(ENGAGEMENTS, reversed(request).toPrettyString() + "\r\n\t ", "Idempotency-Key", key)
                .assertStatus(201);

        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void rejectsAKeyWithADifferentBody() {
        ObjectNode request = Requests.valid();
        String key = key();
        crm().start(request, "Idempotency-Key", key).assertStatus(201);

        refused(() -> crm().start(request.deepCopy().put("licenses", 24_999), "Idempotency-Key", key))
                .assertProblem(422, "idempotency-key-reused");
        refused(() -> crm().start(Requests.valid(), "Idempotency-Key", key))
                .assertProblem(422, "idempotency-key-reused");
    }

    @Test
    void acceptsOneOfFiftyConcurrentBodiesWithTheSameKey() {
        String key = key();

        List<Answer> answers = atOnce(50, i -> crm().start(Requests.withoutKickoff(), "Idempotency-Key", key));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(49)
                .allSatisfy(answer -> answer.assertProblem(422, "idempotency-key-reused"));
    }

    @Test
    void rejectedRequestsDoNotUseUpTheirKey() {
        ObjectNode request = Requests.withoutKickoff();
        String key = key();
        refused(() -> crm().start(request.deepCopy().put("licenses", 0), "Idempotency-Key", key))
                .assertInvalid("licenses");

        crm().start(request, "Idempotency-Key", key).assertStatus(201);
    }

    @Test
    void keysAreCaseSensitive() {
        ObjectNode request = Requests.withoutKickoff();
        String key = key() + "-a";
        crm().start(request, "Idempotency-Key", key).assertStatus(201);

        crm().start(request, "Idempotency-Key", key.replace("-a", "-A")).assertProblem(409, "engagement-exists");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255})
    void acceptsKeysUpTo255Characters(int length) {
        String key = (length == 1 ? "~" : key() + "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".repeat(10)).substring(0, length);

        crm().start(Requests.withoutKickoff(), "Idempotency-Key", key).assertStatus(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "tab\there"})
    void rejectsEmptyKeysAndWhiteSpace(String key) {
        refused(() -> crm().start(Requests.valid(), "Idempotency-Key", key)).assertInvalid("Idempotency-Key");
    }

    @Test
    void rejectsKeysOver255Characters() {
        refused(() -> crm().start(Requests.valid(), "Idempotency-Key", "k".repeat(256)))
                .assertInvalid("Idempotency-Key");
    }

    @Test
    void rejectsControlCharacters() {
        String body = Requests.valid().toString();

        // Its second byte is a control character if headers are decoded byte by byte.
        refused(() -> RawRequest.to(crm()).send("""
                        POST /api/engagements HTTP/1.1
                        Content-Type: application/json
                        Idempotency-Key: \u202ekey
                        Content-Length: %d
                        """.formatted(body.length()), body))
                .assertProblem(400, "bad-request");
    }

    @Test
    void rejectsNonAsciiKeys() {
        String body = Requests.valid().toString();

        Answer answer = refused(() -> RawRequest.to(crm()).send("""
                        POST /api/engagements HTTP/1.1
                        Content-Type: application/json
                        Idempotency-Key: clé
                        Content-Length: %d
                        """.formatted(body.length()), body));

        answer.assertInvalid("Idempotency-Key");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static ObjectNode reversed(ObjectNode object) {
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
        Collections.reverse(members);
        ObjectNode reversed = object.objectNode();
        members.forEach(member -> reversed.set(
                member.getKey(),
                member.getValue() instanceof ObjectNode nested ? reversed(nested) : member.getValue()));
        return reversed;
    }
}
