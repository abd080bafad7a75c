package org.acmconversation.contract;

import static org.acmconversation.contract.Answer.texts;
import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.acmconversation.ftop.FtopTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code POST /api/engagements/{id}/withdrawal}. */
abstract class WithdrawalContract extends ContractTest {

    @Autowired
    FtopTasks ftopTasks;

    @Test
    void endsTheEngagementAndStoresTheReason() {
        String id = started(Requests.valid());
        awaitTask(id, "scheduleConversation");

        JsonNode withdrawn = manager()
                .withdraw(id, "The customer changed plans")
                .assertStatus(200)
                .json();

        assertThat(withdrawn.get("status").asText()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.get("outcome").asText()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.get("withdrawalReason").asText()).isEqualTo("The customer changed plans");
        assertThat(Instant.parse(withdrawn.get("endedAt").asText()))
                .isAfter(withdrawn.get("startedAt").asText());
        assertThat(withdrawn.get("currentActivities")).isEmpty();
        assertThat(read(id)).isEqualTo(withdrawn);
    }

    @Test
    void cancelsOpenFtopTasksBeforeTheResponse() {
        String id = started(Requests.valid());
        awaitTask(id, "scheduleConversation");

        manager().withdraw(id, "Not now").assertStatus(200);

        JsonNode tasks = manager().get(ENGAGEMENTS + "/" + id + "/ftop-tasks").json();
        assertThat(texts(tasks, "catalogId")).containsExactly("4047");
        assertThat(texts(tasks, "status")).containsExactly("CANCELED");
        assertThat(tasks.get(0).get("closedAt").asText()).endsWith("Z");
    }

    @Test
    void endsTheProcess() {
        String id = started(Requests.valid());
        awaitTask(id, "scheduleConversation");

        manager().withdraw(id, "Not now").assertStatus(200);
        awaitIdle();

        assertThat(count("ACT_RU_EXECUTION where BUSINESS_KEY_ = ?", id)).isZero();
        assertThat(texts(manager().get(ENGAGEMENTS + "/" + id + "/timeline").json(), "event"))
                .containsOnlyOnce("ENGAGEMENT_WITHDRAWN", "FTOP_TASK_CLOSED", "ENGAGEMENT_ENDED");
    }

    @Test
    void withdrawsBeforeTheFirstJobHasRun() {
        String id = started(Requests.valid());

        manager().withdraw(id, "Sent by mistake").assertStatus(200);
        awaitIdle();

        assertThat(texts(manager().get(ENGAGEMENTS + "/" + id + "/ftop-tasks").json(), "status"))
                .doesNotContain("OPEN");
        assertThat(count("ACT_RU_EXECUTION where BUSINESS_KEY_ = ?", id)).isZero();
    }

    @Test
    void withdrawingAgainChangesNothing() {
        String id = started(Requests.valid());
        awaitTask(id, "scheduleConversation");
        manager().withdraw(id, "The first reason").assertStatus(200);
        awaitIdle();
        String engagement = read(id).toString();
        String tasks = manager().get(ENGAGEMENTS + "/" + id + "/ftop-tasks").body();
        String timeline = manager().get(ENGAGEMENTS + "/" + id + "/timeline").body();

        assertThat(manager().withdraw(id, "Another reason").assertStatus(200).json())
                .hasToString(engagement);

        assertThat(read(id)).hasToString(engagement);
        assertThat(manager().get(ENGAGEMENTS + "/" + id + "/ftop-tasks").body()).isEqualTo(tasks);
        assertThat(manager().get(ENGAGEMENTS + "/" + id + "/timeline").body()).isEqualTo(timeline);
    }

    @Test
    void concurrentWithdrawalsTakeEffectOnce() {
        String id = started(Requests.valid());

        List<Answer> answers = atOnce(20, i -> manager().withdraw(id, "Reason " + i));

        assertThat(answers).allSatisfy(answer -> answer.assertStatus(200));
        assertThat(answers).extracting(Answer::body).containsOnly(answers.get(0).body());
        awaitIdle();
        assertThat(texts(manager().get(ENGAGEMENTS + "/" + id + "/timeline").json(), "event"))
                .containsOnlyOnce("ENGAGEMENT_WITHDRAWN");
    }

    @Test
    void concurrentReadsSeeARunningOrAWithdrawnEngagement() {
        String id = started(Requests.withoutKickoff());

        List<Answer> answers =
                atOnce(20, i -> i == 10 ? manager().withdraw(id, "Not now") : crm().get(ENGAGEMENTS + "/" + id));

        assertThat(answers).allSatisfy(answer -> {
            JsonNode engagement = answer.assertStatus(200).json();
            assertThat(engagement.get("currentActivities").isEmpty())
                    .isEqualTo(engagement.get("status").asText().equals("WITHDRAWN"));
        });
    }

    @Test
    void withdrawsWhileAnFtopTaskIsDropped() {
        for (int i = 0; i < 10; i++) {
            String id = started(Requests.valid());
            awaitTask(id, "scheduleConversation");

            List<Answer> answers = atOnce(2, request -> {
                if (request == 0) {
                    return manager().withdraw(id, "Not now");
                }
                ftopTasks.drop(UUID.fromString(id), "4047");
                return manager().get(ENGAGEMENTS + "/" + id + "/ftop-tasks");
            });

            answers.forEach(answer -> answer.assertStatus(200));
            assertThat(texts(answers.get(1).json(), "status")).containsExactly("CANCELED");
        }
    }

    @Test
    void rejectsWithdrawalOfEndedEngagements() {
        String id = started(Requests.coveredByEnterpriseProgram());
        JsonNode before = read(id);

        refused(() -> manager().withdraw(id, "Too late")).assertProblem(409, "engagement-ended");

        assertThat(read(id)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | reason",
                "{\"reason\": null} | reason",
                "{\"reason\": \"\"} | reason",
                "{\"reason\": \" \\t\\n\"} | reason",
                "{\"reason\": 5} | reason",
                "{\"reason\": \"a\\u0000b\"} | reason",
                "{\"reason\": \"Not now\", \"by\": \"me\"} | by",
                "[] | body",
                "{ | body"
            })
    void rejectsInvalidReasons(String body, String field) {
        String id = started(Requests.withoutKickoff());

        refused(() -> manager().post(ENGAGEMENTS + "/" + id + "/withdrawal", body))
                .assertInvalid(field);

        assertThat(read(id).get("status").asText()).isEqualTo("RUNNING");
    }

    @Test
    void limitsTheReasonTo2000Characters() {
        String id = started(Requests.withoutKickoff());

        refused(() -> manager().withdraw(id, "x".repeat(2001))).assertInvalid("reason");
        manager().withdraw(id, "ñ".repeat(2000)).assertStatus(200);
    }

    @Test
    void anUnknownEngagementIsNotFound() {
        refused(() -> manager().withdraw(UUID.randomUUID().toString(), "Not now"))
                .assertProblem(404, "engagement-not-found");
    }

    @Test
    void rejectsIdsThatAreNotUuids() {
        refused(() -> manager().withdraw("1042", "Not now")).assertInvalid("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/merge-patch+json"})
    void acceptsOnlyJson(String contentType) {
        String id = started(Requests.withoutKickoff());

        refused(() -> manager()
                        .send(
                                "POST",
                                ENGAGEMENTS + "/" + id + "/withdrawal",
                                contentType,
                                "{\"reason\": \"x\"}".getBytes()))
                .assertProblem(415, "unsupported-media-type");
    }
}
