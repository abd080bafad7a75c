package org.acmconversation.contract;

import static org.acmconversation.contract.Answer.texts;
import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/engagements}: accepted requests and duplicate externalIds. */
abstract class StartContract extends ContractTest {

    @Test
    void respondsWithTheLocation() {
        ObjectNode request = Requests.valid();

        Answer answer = crm().start(request).assertStatus(201);

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Location")).isEqualTo(ENGAGEMENTS + "/" + answer.id());
        assertThat(UUID.fromString(answer.id())).hasToString(answer.id());
        assertThat(manager().get(answer.header("Location")).assertStatus(200).id())
                .isEqualTo(answer.id());
    }

    @Test
    void respondsWithDataAndStatus() {
        ObjectNode request = Requests.valid();
        Instant before = Instant.now().minusMillis(1);

        JsonNode engagement = crm().start(request).assertStatus(201).json();

        request.properties()
                .forEach(member -> assertThat(engagement.get(member.getKey())).isEqualTo(member.getValue()));
        assertThat(engagement.get("status").asText()).isEqualTo("RUNNING");
        assertThat(engagement.get("outcome").isNull()).isTrue();
        assertThat(engagement.get("endedAt").isNull()).isTrue();
        assertThat(engagement.get("processInstanceId").asText()).isNotBlank();
        assertThat(engagement.get("startedAt").asText()).endsWith("Z");
        assertThat(Instant.parse(engagement.get("startedAt").asText())).isBetween(before, Instant.now());
    }

    /** Time-ordered ids append to indexes. */
    @Test
    void idsAreTimeOrdered() {
        JsonNode engagement = crm().start(Requests.valid()).assertStatus(201).json();
        JsonNode later = crm().start(Requests.valid()).assertStatus(201).json();

        for (String id : List.of("id", "processInstanceId")) {
            assertThat(later.get(id).asText()).isGreaterThan(engagement.get(id).asText());
        }
    }

    @Test
    void runsToTheFirstWaitStateBeforeTheResponse() {
        JsonNode engagement = crm().start(Requests.valid()).assertStatus(201).json();

        assertThat(texts(engagement.get("currentActivities"), "activityId")).containsExactly("createConversationTask");
        assertThat(awaitTask(engagement.get("id").asText(), "scheduleConversation")
                        .get("candidateGroups"))
                .map(JsonNode::asText)
                .containsExactly("fasttrack-manager", "fasttrack-ready-partner");
    }

    @Test
    void alwaysHasACurrentActivityWhileJobsRun() {
        for (int i = 0; i < 10; i++) {
            String id = started(Requests.valid());
            await().pollInterval(Duration.ZERO).until(() -> {
                List<String> activities = texts(read(id).get("currentActivities"), "activityId");
                assertThat(activities).isNotEmpty();
                return activities.contains("scheduleConversation");
            });
        }
    }

    @Test
    void waitsForAManagerIfEntryCriteriaAreMissing() {
        JsonNode engagement =
                crm().start(Requests.withoutKickoff()).assertStatus(201).json();

        JsonNode activity = engagement.get("currentActivities").get(0);
        assertThat(activity.get("activityId").asText()).isEqualTo("completeEntryCriteria");
        assertThat(activity.get("name").asText()).isEqualTo("Completar las entradas clave");
        assertThat(activity.get("taskId").asText()).isNotBlank();
        assertThat(activity.get("candidateGroups")).map(JsonNode::asText).containsExactly("fasttrack-manager");
        assertThat(activity.get("assignee").isNull()).isTrue();
        assertThat(Instant.parse(activity.get("dueAt").asText())).isAfter(Instant.now());
    }

    @Test
    void customersOfTheEnterpriseProgramAreNotApplicable() {
        JsonNode engagement = crm().start(Requests.coveredByEnterpriseProgram())
                .assertStatus(201)
                .json();

        assertThat(engagement.get("status").asText()).isEqualTo("NOT_APPLICABLE");
        assertThat(engagement.get("outcome").asText()).isEqualTo("COVERED_BY_ENTERPRISE_PROGRAM");
        assertThat(Instant.parse(engagement.get("endedAt").asText()))
                .isAfterOrEqualTo(engagement.get("startedAt").asText());
        assertThat(engagement.get("currentActivities")).isEmpty();
        assertThat(count(
                        "ftop_task where engagement_id = ?",
                        UUID.fromString(engagement.get("id").asText())))
                .isZero();
    }

    @Test
    void tenantIsOptional() {
        ObjectNode request = Requests.withoutKickoff();
        request.withObject("/customer").remove("tenantId");

        assertThat(crm().start(request)
                        .assertStatus(201)
                        .json()
                        .at("/customer/tenantId")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10_000_000})
    void acceptsOneToTenMillionLicenses(int licenses) {
        ObjectNode request = Requests.withoutKickoff().put("licenses", licenses);

        assertThat(read(started(request)).get("licenses").asInt()).isEqualTo(licenses);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENTERPRISE", "CORPORATE", "SMB", "EDUCATION", "GOVERNMENT", "NONPROFIT"})
    void acceptsEverySegment(String segment) {
        ObjectNode request = Requests.withoutKickoff().put("segment", segment);

        assertThat(read(started(request)).get("segment").asText()).isEqualTo(segment);
    }

    @Test
    void storesTheLongestNames() {
        ObjectNode request = Requests.withoutKickoff();
        String externalId = (UUID.randomUUID() + "x".repeat(100)).substring(0, 100);
        request.put("externalId", externalId);
        request.withObject("/customer").put("name", "ñ".repeat(200));

        JsonNode engagement = read(started(request));

        assertThat(engagement.get("externalId").asText()).isEqualTo(externalId);
        assertThat(engagement.at("/customer/name").asText()).isEqualTo("ñ".repeat(200));
    }

    @Test
    void namesKeepCharactersOfAllScripts() {
        ObjectNode request = Requests.withoutKickoff();
        String name = "Compañía «Ω» 東京 😀 ' \" \\ ; -- <b>&amp;</b> ${x} \t line\nbreak";
        request.withObject("/customer").put("name", name);

        assertThat(read(started(request)).at("/customer/name").asText()).isEqualTo(name);
    }

    @Test
    void rejectsADuplicateExternalIdWithItsEngagementsId() {
        ObjectNode request = Requests.valid();
        String id = started(request);

        Answer answer = refused(() -> crm().start(request.deepCopy().put("licenses", 1)));

        answer.assertProblem(409, "engagement-exists");
        assertThat(answer.id()).isEqualTo(id);
    }

    @Test
    void rejectsADuplicateExternalIdWithAnotherIdempotencyKey() {
        ObjectNode request = Requests.valid();
        String id = crm().start(request, "Idempotency-Key", UUID.randomUUID().toString())
                .assertStatus(201)
                .id();

        Answer answer = refused(
                () -> crm().start(request, "Idempotency-Key", UUID.randomUUID().toString()));

        assertThat(answer.assertProblem(409, "engagement-exists").id()).isEqualTo(id);
    }

    @Test
    void acceptsOneOfFiftyConcurrentRequestsWithDifferentKeys() {
        ObjectNode request = Requests.valid();

        List<Answer> answers = atOnce(
                50,
                i -> crm().start(request, "Idempotency-Key", UUID.randomUUID().toString()));

        assertOneIsAccepted(answers);
        assertThat(count(
                        "engagement where external_id = ?",
                        request.get("externalId").asText()))
                .isEqualTo(1);
    }

    @Test
    void acceptsOneOfFiftyConcurrentRequestsWithoutKeys() {
        ObjectNode request = Requests.valid();

        assertOneIsAccepted(atOnce(50, i -> crm().start(request)));
    }

    private static void assertOneIsAccepted(List<Answer> answers) {
        List<Answer> accepted =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(accepted).hasSize(1);
        String id = accepted.get(0).id();
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(49)
                .allSatisfy(answer -> assertThat(
                                answer.assertProblem(409, "engagement-exists").id())
                        .isEqualTo(id));
    }
}
