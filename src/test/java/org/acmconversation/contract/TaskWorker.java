package org.acmconversation.contract;

import java.util.List;
import java.util.Map;

/**
 * Completes all tasks of imported engagements, from the schedule of the conversation to the introduction of the SME.
 */
class TaskWorker {

    private static final String USER = "admin";

    /** The shortest way to the end that passes through all kinds of steps of the main process. */
    private static final Map<String, String> FORMS = Map.of(
            "scheduleConversation",
            """
            {"conversationAt": "2099-12-01T10:00:00+01:00", "itProfessional": "Ana",
             "businessStakeholders": "Luis", "decisionMakers": "Eva"}""",
            "conductConversation",
            """
            {"partnerRequested": false, "changeKnowledge": "LOW", "changeInterest": "HIGH", "resourcesShared": []}""",
            "deliverValueDiscussion",
            "{\"discussionOutcome\": \"DELIVERED\"}",
            "qualifyAdditionalServices",
            "{\"qualifiedServices\": \"Adopción\", \"nextSteps\": \"Reunión\"}",
            "introduceAdoptionSme",
            "{\"adoptionSmeName\": \"Iván\", \"introducedAt\": \"2026-12-01\"}");

    private static final String OPEN = """
            select task.ID_ as id, task.TASK_DEF_KEY_ as step from ACT_RU_TASK task
              join ACT_RU_EXECUTION process on process.ID_ = task.PROC_INST_ID_
            where process.BUSINESS_KEY_ in (select cast(id as varchar) from engagement where external_id like ?)""";

    private final ContractTest test;
    private final String pattern;

    /** @param mark prefix of the engagements' external ids */
    TaskWorker(ContractTest test, String mark) {
        this.test = test;
        this.pattern = mark + "%";
    }

    /** Completes the tasks that are open now; returns whether all engagements have ended. */
    boolean completeOpenTasks() {
        List<Map<String, Object>> open = test.database.queryForList(OPEN, pattern);
        open.parallelStream().forEach(task -> {
            TaskForm form = TaskForm.of(test, (String) task.get("id"));
            form.claim(USER).assertStatus(204);
            form.complete(USER, FORMS.get((String) task.get("step"))).assertStatus(204);
        });
        return test.count("engagement where status = 'RUNNING' and external_id like ?", pattern) == 0;
    }

    /** Returns the number of engagements that reached the last step. */
    int introduced() {
        return test.count("engagement where outcome = 'INTRODUCED_TO_SME' and external_id like ?", pattern);
    }
}
