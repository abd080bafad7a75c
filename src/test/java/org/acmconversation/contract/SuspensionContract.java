package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Process instances and definitions that an operator has suspended. */
abstract class SuspensionContract extends ContractTest {

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    RepositoryService repositoryService;

    @Test
    void engagementsWithSuspendedProcessesCannotChange() {
        String id = started(Requests.valid());
        awaitTask(id, "scheduleConversation");
        String instance = read(id).get("processInstanceId").asText();
        runtimeService.suspendProcessInstanceById(instance);

        refused(() -> manager().change(id, "{\"licenses\": 7}")).assertProblem(409, "conversation-suspended");
        refused(() -> manager().withdraw(id, "Not now")).assertProblem(409, "conversation-suspended");
        assertThat(read(id).get("status").asText()).isEqualTo("RUNNING");

        runtimeService.activateProcessInstanceById(instance);
        manager().change(id, "{\"licenses\": 7}").assertStatus(200);
        manager().withdraw(id, "Not now").assertStatus(200);
    }

    @Test
    void noEngagementStartsWhileTheModelIsSuspended() {
        ImportFile file = new ImportFile().accepted(1);
        int engagements = count("engagement");
        repositoryService.suspendProcessDefinitionByKey("acm-conversation");
        try {
            assertUnavailable(crm().start(Requests.valid()));
            assertUnavailable(crm().importRows(file.bytes()));
            assertThat(count("engagement")).isEqualTo(engagements);
        } finally {
            repositoryService.activateProcessDefinitionByKey("acm-conversation");
        }

        assertThat(crm().importRows(file.bytes())
                        .assertStatus(200)
                        .json()
                        .get("accepted")
                        .asInt())
                .isOne();
    }

    @Test
    void runningEngagementsCanChangeWhileTheModelIsSuspended() {
        String id = started(Requests.withoutKickoff());
        repositoryService.suspendProcessDefinitionByKey("acm-conversation");
        try {
            manager().change(id, "{\"licenses\": 7}").assertStatus(200);
            manager().withdraw(id, "Not now").assertStatus(200);
        } finally {
            repositoryService.activateProcessDefinitionByKey("acm-conversation", true, null);
        }
        awaitIdle();

        assertThat(count("ACT_RU_EXECUTION where BUSINESS_KEY_ = ?", id)).isZero();
    }

    private static void assertUnavailable(Answer answer) {
        answer.assertProblem(503, "conversation-suspended");
        assertThat(answer.header("Retry-After")).isEqualTo("300");
    }
}
