package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.acmconversation.contract.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code POST /api/engagements}. */
abstract class StartContract extends ContractTest {

    @Test
    void anAcceptedRequestIsAnsweredWithTheEngagementAndItsPlace() {
        ObjectNode body = body();

        Answer answer = crm.post(ENGAGEMENTS, body.toString());

        assertThat(answer.status()).isEqualTo(201);
        String id = answer.json().path("id").asText();
        assertThat(UUID.fromString(id)).hasToString(id);
        assertThat(answer.header("Location")).isEqualTo(ENGAGEMENTS + "/" + id);
        body.properties()
                .forEach(member -> assertThat(answer.json().path(member.getKey()))
                        .as(member.getKey())
                        .isEqualTo(member.getValue()));
        assertThat(answer.json().path("status").asText()).isEqualTo("RUNNING");
        assertThat(answer.json().path("outcome").isNull()).isTrue();
        assertThat(answer.json().path("endedAt").isNull()).isTrue();
        assertThat(answer.json().path("startedAt").asText()).endsWith("Z");
        assertThat(answer.json().path("currentActivities")).hasSize(1);
    }

    @Test
    void fiftyEqualRequestsAtOnceMakeOneEngagementWithOneSetOfTasks() {
        String body = body().toString();
        String key = UUID.randomUUID().toString();
        long before = engagements();

        List<Answer> answers = atOnce(50, number -> crm.post(ENGAGEMENTS, body, "Idempotency-Key", key));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers.stream().map(answer -> answer.response().body()).distinct())
                .hasSize(1);
        assertThat(engagements()).isEqualTo(before + 1);
        String path = answers.get(0).header("Location");
        awaitTask(path, "scheduleConversation");
        assertThat(crm.get(path + "/ftop-tasks").json()).hasSize(1);
    }

    @Test
    void fiftyRequestsAtOnceForOneExternalIdMakeOneEngagement() {
        String body = body().toString();

        List<Answer> answers = atOnce(
                50,
                number -> crm.post(
                        ENGAGEMENTS, body, "Idempotency-Key", UUID.randomUUID().toString()));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(49);
    }

    private long engagements() {
        return jdbc.queryForObject("select count(*) from engagement", Long.class);
    }

    @Test
    void whiteSpaceAndTheOrderOfMembersMakeNoOtherRequest() {
        ObjectNode body = body();
        String key = UUID.randomUUID().toString();
        Answer first = crm.post(ENGAGEMENTS, body.toPrettyString(), "Idempotency-Key", key);
        ObjectNode turned = JSON.createObjectNode();
        Stream.of("entryCriteria", "initiatives", "services", "licenses", "segment", "customer", "externalId")
                .forEach(name -> turned.set(name, body.get(name)));

        Answer second = crm.post(ENGAGEMENTS, turned.toString(), "Idempotency-Key", key);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.response().body()).isEqualTo(first.response().body());
    }

    @Test
    void theSameKeyForAnotherBodyIsRefused() {
        ObjectNode body = body();
        String key = UUID.randomUUID().toString();
        crm.post(ENGAGEMENTS, body.toString(), "Idempotency-Key", key);

        Answer answer =
                refused(() -> crm.post(ENGAGEMENTS, body.put("licenses", 25001).toString(), "Idempotency-Key", key));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.type()).endsWith("/idempotency-key-reused");
    }

    @ParameterizedTest
    @MethodSource
    void aKeyThatIsNoneIsRefused(String key) {
        Answer answer = refused(() -> crm.post(ENGAGEMENTS, body().toString(), "Idempotency-Key", key));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(fields(answer)).containsExactly("Idempotency-Key");
    }

    static Stream<String> aKeyThatIsNoneIsRefused() {
        return Stream.of("", "two words", "x".repeat(256));
    }

    @Test
    void aTakenExternalIdIsRefusedNamingWhoseItIs() {
        ObjectNode body = body();
        String id = crm.post(ENGAGEMENTS, body.toString()).json().path("id").asText();

        Answer answer = refused(() -> crm.post(ENGAGEMENTS, body.toString()));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.type()).endsWith("/engagement-exists");
        assertThat(answer.json().path("id").asText()).isEqualTo(id);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aFieldThatIsNotValidIsNamed(String field, Consumer<ObjectNode> change) {
        Answer answer = refused(() -> crm.post(ENGAGEMENTS, body(change)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).endsWith("/invalid-request");
        assertThat(fields(answer)).containsExactly(field);
    }

    static Stream<Arguments> aFieldThatIsNotValidIsNamed() {
        return Stream.of(
                invalid("externalId", body -> body.remove("externalId")),
                invalid("externalId", body -> body.put("externalId", "  ")),
                invalid("externalId", body -> body.put("externalId", "x".repeat(101))),
                invalid("externalId", body -> body.put("externalId", 7)),
                invalid("externalId", body -> body.put("externalId", "a\u0000b")),
                invalid("customer", body -> body.remove("customer")),
                invalid("customer", body -> body.put("customer", "Contoso")),
                invalid("customer.name", body -> customer(body).remove("name")),
                invalid("customer.name", body -> customer(body).put("name", "")),
                invalid("customer.name", body -> customer(body).put("name", "x".repeat(201))),
                invalid("customer.tenantId", body -> customer(body).put("tenantId", true)),
                invalid("customer.phone", body -> customer(body).put("phone", "1")),
                invalid("segment", body -> body.putNull("segment")),
                invalid("segment", body -> body.put("segment", "BIG")),
                invalid("licenses", body -> body.put("licenses", 0)),
                invalid("licenses", body -> body.put("licenses", 10_000_001)),
                invalid("licenses", body -> body.put("licenses", 99_999_999_999L)),
                invalid("licenses", body -> body.put("licenses", "25000")),
                invalid("licenses", body -> body.put("licenses", 25_000.5)),
                invalid("licenses", body -> body.put("licenses", true)),
                invalid("services", body -> body.putArray("services")),
                invalid(
                        "services",
                        body -> body.putArray("services").add("EDGE").add("EDGE")),
                invalid("services", body -> body.putArray("services").add(1)),
                invalid("services", body -> body.put("services", "EDGE")),
                invalid("initiatives", body -> body.remove("initiatives")),
                invalid("initiatives", body -> body.putArray("initiatives")),
                invalid("initiatives", body -> body.putArray("initiatives").add("GROWTH")),
                invalid("entryCriteria", body -> body.remove("entryCriteria")),
                invalid("entryCriteria.kickoffHeld", body -> criteria(body).remove("kickoffHeld")),
                invalid("entryCriteria.resourcesClear", body -> criteria(body).put("resourcesClear", "true")),
                invalid("color", body -> body.put("color", "red")));
    }

    private static Arguments invalid(String field, Consumer<ObjectNode> change) {
        return Arguments.of(field, change);
    }

    private static ObjectNode customer(JsonNode body) {
        return (ObjectNode) body.path("customer");
    }

    private static ObjectNode criteria(JsonNode body) {
        return (ObjectNode) body.path("entryCriteria");
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        Answer answer = refused(() -> crm.post(ENGAGEMENTS, body(body -> {
            body.put("licenses", "many").put("segment", "BIG").put("color", "red");
            customer(body).put("name", " ");
        })));

        assertThat(fields(answer)).containsExactlyInAnyOrder("licenses", "segment", "color", "customer.name");
    }

    @Test
    void anUnknownServiceIsToldTheKnownOnes() {
        Answer answer = refused(() ->
                crm.post(ENGAGEMENTS, body(body -> body.putArray("services").add("FAX ${x} {y}"))));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").get(0).path("message").asText())
                .contains("FAX ${x} {y}")
                .contains("OFFICE_365_PROPLUS", "WINDOWS_10", "ONEDRIVE_FOR_BUSINESS", "SHAREPOINT", "EXCHANGE")
                .contains("OUTLOOK_MOBILE", "INTUNE", "EDGE", "TEAMS");
    }

    @ParameterizedTest
    @MethodSource
    void whatIsNoJsonObjectIsRefused(String text) {
        Answer answer = refused(() -> crm.post(ENGAGEMENTS, text));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(fields(answer)).containsExactly("body");
    }

    static Stream<String> whatIsNoJsonObjectIsRefused() {
        return Stream.of(
                "", "{", "[]", "null", "\"text\"", "{} {}", "{\"licenses\": 1, \"licenses\": 2}", "[".repeat(900));
    }

    @Test
    void aBodyOver64KibibytesIsRefusedWhetherItsLengthIsAnnouncedOrNot() {
        byte[] large = body(body -> body.put("externalId", "x".repeat(65_536))).getBytes(StandardCharsets.UTF_8);

        assertThat(refused(() -> crm.post(ENGAGEMENTS, BodyPublishers.ofByteArray(large), ApiClient.JSON))
                        .status())
                .isEqualTo(413);
        assertThat(refused(() -> crm.post(
                                ENGAGEMENTS,
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)),
                                ApiClient.JSON))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void whatIsNotJsonIsRefused() {
        assertThat(refused(() -> crm.post(ENGAGEMENTS, BodyPublishers.ofString(body().toString()), "text/plain"))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aCustomerOfTheEnterpriseProgramIsNotApplicableAtOnce() {
        Answer answer = crm.post(ENGAGEMENTS, body(body -> criteria(body).put("inEnterpriseAdoptionProgram", true)));

        assertThat(answer.json().path("status").asText()).isEqualTo("NOT_APPLICABLE");
        assertThat(answer.json().path("outcome").asText()).isEqualTo("COVERED_BY_ENTERPRISE_PROGRAM");
        assertThat(answer.json().path("endedAt").asText()).isNotEmpty();
        assertThat(answer.json().path("currentActivities")).isEmpty();
        assertThat(crm.get(answer.header("Location") + "/ftop-tasks").json()).isEmpty();
    }

    @Test
    void onlyWhoMayStartEngagementsStartsThem() {
        for (String user : List.of("engineer", "partner", "analyst", "operator")) {
            Answer answer = refused(() -> crm.as(user).post(ENGAGEMENTS, body().toString()));
            assertThat(answer.status()).as(user).isEqualTo(403);
        }
        assertThat(refused(() -> crm.as(null).post(ENGAGEMENTS, body().toString()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theFirstUserTaskFollowsOnceFtopHasTheConversationsTask() {
        String path = start();

        awaitTask(path, "scheduleConversation");

        JsonNode task = crm.get(path + "/ftop-tasks").json().get(0);
        assertThat(task.path("catalogId").asText()).isEqualTo("4047");
        assertThat(task.path("mandatory").asBoolean()).isTrue();
        assertThat(task.path("role").asText()).isEqualTo("FASTTRACK_MANAGER");
        assertThat(task.path("status").asText()).isEqualTo("OPEN");
        assertThat(task.path("closedAt").isNull()).isTrue();
        assertThat(task.path("ftopReference").asText()).isNotEmpty();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(crm.get(path)
                                .json()
                                .path("currentActivities")
                                .get(0)
                                .path("candidateGroups"))
                        .extracting(JsonNode::asText)
                        .containsExactly("fasttrack-manager", "fasttrack-ready-partner"));
    }
}
