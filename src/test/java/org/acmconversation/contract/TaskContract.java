package org.acmconversation.contract;

import static org.acmconversation.contract.Answer.texts;
import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** User tasks, completed over {@code /engine-rest} with the variables of their forms. */
abstract class TaskContract extends ContractTest {

    private static final String SCHEDULED = """
            {"conversationAt": "2099-12-01T10:00+01:00", "itProfessional": "Ana", "businessStakeholders": "Luis",
             "decisionMakers": "Eva"}""";

    private static final String CONDUCTED = """
            {"partnerRequested": %s, "changeKnowledge": "LOW", "changeInterest": "HIGH", "resourcesShared": [],
             "objections": "None", "notes": ""}""";

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    @Test
    void runsAConversationWithPartnerAndSmeThroughTheApis() {
        ObjectNode request = Requests.withoutKickoff().put("licenses", 20_001);
        request.putArray("services").add("EDGE");
        String id = started(request);

        complete(id, "completeEntryCriteria", "manager", "{\"kickoffHeld\": false}", "benefitUnderstood", """
                {"kickoffHeld": true, "benefitUnderstood": true, "resourcesClear": true}""");
        complete(id, "scheduleConversation", "partner", "{}", "conversationAt", SCHEDULED);
        complete(id, "conductConversation", "partner", "{}", "changeKnowledge", CONDUCTED.formatted(true));
        complete(id, "proposePartnerServices", "partner", "{}", "partnerStage", """
                {"partnerStage": "ADVISORY_AND_PLANNING", "partnerServices": ["COACHING"]}""");
        complete(id, "confirmPartner", "manager", "{}", "partnerOutcome", """
                {"partnerOutcome": "ACCEPTED", "partnerName": "Fabrikam"}""");
        complete(id, "deliverValueDiscussion", "manager", "{}", "discussionOutcome", """
                {"discussionOutcome": "SME_NEEDED"}""");
        complete(id, "requestSme", "manager", "{}", "smeTopic", "{\"smeTopic\": \"Edge\", \"smeName\": \"Eva\"}");
        complete(
                id,
                "deliverValueDiscussion",
                "manager",
                "{\"discussionOutcome\": \"DECLINED\"," + " \"declineReason\": \"No\"}",
                "discussionOutcome",
                "{\"discussionOutcome\": \"DELIVERED\"}");
        complete(id, "qualifyAdditionalServices", "manager", "{}", "qualifiedServices", """
                {"qualifiedServices": "Training", "nextSteps": "Meet again"}""");
        complete(id, "introduceAdoptionSme", "manager", "{}", "adoptionSmeName", """
                {"adoptionSmeName": "Eva", "introducedAt": "2026-01-01T10:00:00Z"}""");

        JsonNode engagement = read(id);
        assertThat(engagement.get("status").asText()).isEqualTo("COMPLETED");
        assertThat(engagement.get("outcome").asText()).isEqualTo("INTRODUCED_TO_SME");
        JsonNode tasks = manager().get(ENGAGEMENTS + "/" + id + "/ftop-tasks").json();
        assertThat(texts(tasks, "catalogId")).containsExactly("4047", "4094");
        assertThat(texts(tasks, "status")).containsOnly("COMPLETED");
        refused(() -> manager().withdraw(id, "Too late")).assertProblem(409, "engagement-ended");
    }

    @Test
    void hiddenFieldsAreNeitherRequiredNorStored() {
        ObjectNode request = Requests.valid();
        request.putArray("services").add("EDGE");
        String id = started(request);
        complete(id, "scheduleConversation", "manager", "{}", "conversationAt", SCHEDULED);
        complete(id, "conductConversation", "manager", "{}", "changeKnowledge", CONDUCTED.formatted(false));
        TaskForm form = TaskForm.of(this, id, "deliverValueDiscussion");

        form.complete(
                        "manager",
                        "{\"discussionOutcome\": \"DELIVERED\", \"declineReason\": \"" + "x".repeat(5000) + "\"}")
                .assertStatus(204);

        awaitIdle();
        assertThat(count("ACT_HI_VARINST where NAME_ = 'declineReason'")).isZero();
    }

    @Test
    void storesTrimmedText() {
        String id = started(Requests.valid());
        complete(id, "scheduleConversation", "manager", "{}", "conversationAt", SCHEDULED);
        TaskForm form = TaskForm.of(this, id, "conductConversation");
        String notes = "y".repeat(4000);

        form.complete(
                        "manager",
                        CONDUCTED.formatted(false).replace("\"notes\": \"\"", "\"notes\": \"" + notes + "\\n\""))
                .assertStatus(204);

        assertThat(count("ACT_HI_VARINST where NAME_ = 'notes' and TEXT_ = ?", notes))
                .isOne();
    }

    @Test
    void changedLicensesDecideTheOutcome() {
        ObjectNode request = Requests.valid().put("licenses", 20_001);
        request.putArray("services").add("TEAMS");
        String id = started(request);
        complete(id, "scheduleConversation", "manager", "{}", "itProfessional", SCHEDULED);
        awaitTask(id, "conductConversation");

        manager().change(id, "{\"licenses\": 20000}").assertStatus(200);
        complete(id, "conductConversation", "manager", "{}", "changeInterest", CONDUCTED.formatted(false));
        awaitIdle();

        assertThat(read(id).get("outcome").asText()).isEqualTo("CONVERSATION_COMPLETE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"conversationAt\": \"2020-12-01T10:00+01:00\" | conversationAt",
                "\"conversationAt\": \"tomorrow\" | conversationAt",
                "\"conversationAt\": \"2099-12-01T10:00\" | conversationAt",
                "\"conversationAt\": true | conversationAt",
                "\"itProfessional\": \"\" | itProfessional",
                "\"itProfessional\": \"\u00a0\u200b\" | itProfessional",
                "\"conversationAt\": \"2099-02-31T10:00Z\" | conversationAt",
                "\"itProfessional\": 5 | itProfessional",
                "\"itProfessional\": null | itProfessional",
                "\"licenses\": 20001 | licenses",
                "\"catalogId\": \"9999\" | catalogId"
            })
    void rejectsInvalidValuesAndKeepsTheTaskOpen(String member, String field) {
        String id = started(Requests.valid());
        TaskForm form = TaskForm.of(this, id, "scheduleConversation");
        String fields = SCHEDULED.replaceFirst("}$", ", " + member + "}");

        Answer answer = refused(() -> form.complete("manager", fields));

        assertRefused(answer, field);
        assertThat(form.isOpen()).isTrue();
    }

    @Test
    void completesATaskDuringAProfileChange() {
        for (int licenses = 1; licenses <= 6; licenses++) {
            String id = started(Requests.valid());
            TaskForm form = TaskForm.of(this, id, "scheduleConversation");
            String change = "{\"licenses\": %d}".formatted(licenses);

            List<Answer> answers = atOnce(
                    4,
                    i -> i == 0
                            ? form.complete("manager", SCHEDULED)
                            : manager().change(id, change));

            answers.get(0).assertStatus(204);
            answers.subList(1, 4).forEach(answer -> answer.assertStatus(200));
            awaitTask(id, "conductConversation");
        }
    }

    @Test
    void completesATaskDuringAWithdrawalOrItIsGone() {
        String id = started(Requests.valid());
        TaskForm form = TaskForm.of(this, id, "scheduleConversation");

        List<Answer> answers = atOnce(
                2, i -> i == 0 ? form.complete("manager", SCHEDULED) : manager().withdraw(id, "Not now"));

        assertThat(answers.get(0).status()).isIn(204, 404);
        answers.get(1).assertStatus(200);
        awaitIdle();
        assertThat(read(id).get("status").asText()).isEqualTo("WITHDRAWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SURVEY-1", "1-1-1-1-1", "9f0c1a50-1f58-4bd9-9d31-8c1a51f8b1a0"})
    void completesTasksOfProcessesWithoutAnEngagement(String businessKey) {
        String instance = runtimeService
                .startProcessInstanceByKey("ftop-rejection", businessKey)
                .getId();
        String task = taskService
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();

        manager()
                .post("/engine-rest/task/" + task + "/claim", "{\"userId\": \"manager\"}")
                .assertStatus(204);
        manager().post("/engine-rest/task/" + task + "/complete", """
                        {"variables": {"rejectionResolution": {"value": "RETRY"}}}""").assertStatus(204);

        assertThat(count("ACT_RU_EXECUTION where PROC_INST_ID_ = ?", instance)).isZero();
    }

    /** Completes a task, first with invalid and then with valid fields. */
    private void complete(String id, String activityId, String user, String invalid, String field, String valid) {
        TaskForm form = TaskForm.of(this, id, activityId);
        form.claim(user).assertStatus(204);

        assertRefused(form.complete(user, invalid), field);
        assertThat(form.isOpen()).as(activityId).isTrue();

        form.complete(user, valid).assertStatus(204);
    }

    private static void assertRefused(Answer answer, String field) {
        answer.assertStatus(400);
        assertThat(answer.json().path("message").asText()).contains(field);
        assertThat(answer.body()).doesNotContain("stackTrace", "\tat ");
    }
}
