package org.acmconversation.contract;

import static org.acmconversation.contract.Answer.texts;
import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Engagements whose process instance was deleted in Cockpit. */
abstract class DeletedProcessContract extends ContractTest {

    private static final String LIST = "/api/engagements-without-process";

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    ManagementService managementService;

    @Autowired
    MeterRegistry meters;

    @Test
    void withdrawalEndsTheEngagementAndCancelsItsFtopTasks() {
        String id = withoutProcess();

        JsonNode withdrawn = manager().withdraw(id, "Deleted").assertStatus(200).json();
        awaitIdle();

        assertThat(withdrawn.get("status").asText()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.get("withdrawalReason").asText()).isEqualTo("Deleted");
        assertThat(texts(manager().get(ENGAGEMENTS + "/" + id + "/ftop-tasks").json(), "status"))
                .containsExactly("CANCELED");
        assertThat(timeline(id)).containsOnlyOnce("ENGAGEMENT_WITHDRAWN", "FTOP_TASK_CLOSED", "ENGAGEMENT_ENDED");
        assertThat(count("ACT_RU_EXECUTION where BUSINESS_KEY_ = ?", id)).isZero();
        assertThat(read(id)).isEqualTo(withdrawn);
    }

    @Test
    void rejectsChangesWithTheReason() {
        String id = withoutProcess();

        refused(() -> manager().change(id, "{\"licenses\": 7}")).assertProblem(409, "conversation-missing");

        assertThat(read(id).get("licenses").asInt()).isNotEqualTo(7);
        manager().withdraw(id, "Deleted").assertStatus(200);
    }

    @Test
    void isListedAndCountedUntilWithdrawn() {
        String id = withoutProcess();
        String processInstanceId = read(id).get("processInstanceId").asText();

        eventually(() -> assertThat(listed()).contains(id));
        JsonNode entry = entry(id);
        assertThat(entry.get("processInstanceId").asText()).isEqualTo(processInstanceId);
        assertThat(entry.get("foundAt").asText()).endsWith("Z");
        eventually(() -> assertThat(counted()).isPositive());

        manager().withdraw(id, "Deleted").assertStatus(200);

        assertThat(listed()).doesNotContain(id);
    }

    @Test
    void doesNotListRunningOrEndedEngagements() {
        String running = started(Requests.valid());
        awaitTask(running, "scheduleConversation");
        String ended = started(Requests.coveredByEnterpriseProgram());
        String deleted = withoutProcess();

        eventually(() -> assertThat(listed()).contains(deleted));

        assertThat(listed()).doesNotContain(running, ended);
        manager().withdraw(deleted, "Deleted").assertStatus(200);
    }

    @Test
    void withdrawingAgainCompletesAnInterruptedWithdrawal() {
        String id = started(Requests.valid());
        awaitTask(id, "scheduleConversation");
        whileCancellationsWait(() -> {
            manager().withdraw(id, "The first reason").assertStatus(200);
            deleteProcess(id);
        });
        assertThat(timeline(id)).doesNotContain("FTOP_TASK_CLOSED", "ENGAGEMENT_ENDED");
        eventually(() -> assertThat(listed()).contains(id));

        JsonNode again =
                manager().withdraw(id, "Another reason").assertStatus(200).json();
        awaitIdle();

        assertThat(again.get("withdrawalReason").asText()).isEqualTo("The first reason");
        assertThat(timeline(id)).containsOnlyOnce("ENGAGEMENT_WITHDRAWN", "FTOP_TASK_CLOSED", "ENGAGEMENT_ENDED");
        assertThat(listed()).doesNotContain(id);
    }

    @Test
    void acceptsARestartedProcessInstance() {
        String id = started(Requests.withoutKickoff());
        awaitTask(id, "completeEntryCriteria");
        String deleted = read(id).get("processInstanceId").asText();
        String definitionId = runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(deleted)
                .singleResult()
                .getProcessDefinitionId();
        deleteProcess(id);
        runtimeService
                .restartProcessInstances(definitionId)
                .processInstanceIds(deleted)
                .startBeforeActivity("completeEntryCriteria")
                .execute();

        manager().change(id, "{\"licenses\": 7}").assertStatus(200);

        JsonNode task = awaitTask(id, "completeEntryCriteria");
        assertThat(manager()
                        .get("/engine-rest/task/" + task.path("taskId").asText() + "/variables/licenses")
                        .json()
                        .get("value")
                        .asInt())
                .isEqualTo(7);
        manager().withdraw(id, "Not now").assertStatus(200);
        awaitIdle();
        assertThat(timeline(id)).containsOnlyOnce("ENGAGEMENT_ENDED");
    }

    private String withoutProcess() {
        String id = started(Requests.valid());
        awaitTask(id, "scheduleConversation");
        deleteProcess(id);
        return id;
    }

    private void deleteProcess(String id) {
        String instance = read(id).get("processInstanceId").asText();
        anonymous()
                .as("admin")
                .send("DELETE", "/engine-rest/process-instance/" + instance, BodyPublishers.noBody())
                .assertStatus(204);
    }

    private void whileCancellationsWait(Runnable work) {
        List<String> jobs =
                managementService.createJobDefinitionQuery().activityIdIn("cancelOpenFtopTasks").list().stream()
                        .map(definition -> definition.getId())
                        .toList();
        jobs.forEach(managementService::suspendJobDefinitionById);
        try {
            work.run();
        } finally {
            jobs.forEach(managementService::activateJobDefinitionById);
        }
    }

    private List<String> listed() {
        return texts(
                anonymous().as("operator").get(LIST).assertStatus(200).json().get("items"), "engagementId");
    }

    private JsonNode entry(String id) {
        for (JsonNode item : anonymous().as("operator").get(LIST).json().get("items")) {
            if (item.get("engagementId").asText().equals(id)) {
                return item;
            }
        }
        throw new AssertionError(id + " is not listed");
    }

    private double counted() {
        return meters.get("acm.engagements.without.process").gauge().value();
    }

    private List<String> timeline(String id) {
        return texts(manager().get(ENGAGEMENTS + "/" + id + "/timeline").json(), "event");
    }

    private static void eventually(Runnable assertion) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(assertion::run);
    }
}
