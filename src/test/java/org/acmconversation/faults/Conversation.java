package org.acmconversation.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Random;
import org.acmconversation.faults.Nodes.Answer;

/** One customer's conversation, as people work on it: step by step, each retried until it succeeds. */
class Conversation implements Work {

    private static final Map<String, String> FORMS = Map.of(
            "scheduleConversation", """
                    {"conversationAt": {"type": "String", "value": "2099-12-01T10:00+01:00"},
                     "itProfessional": {"type": "String", "value": "Ana"},
                     "businessStakeholders": {"type": "String", "value": "Luis"},
                     "decisionMakers": {"type": "String", "value": "Eva"}}""",
            "conductConversation", """
                    {"partnerRequested": {"type": "Boolean", "value": false},
                     "changeKnowledge": {"type": "String", "value": "LOW"},
                     "changeInterest": {"type": "String", "value": "HIGH"},
                     "resourcesShared": {"type": "Json", "value": "[]"},
                     "objections": {"type": "String", "value": ""}, "notes": {"type": "String", "value": ""}}""",
            "qualifyAdditionalServices", """
                    {"qualifiedServices": {"type": "String", "value": "Training"},
                     "nextSteps": {"type": "String", "value": "Meet again"}}""",
            "introduceAdoptionSme", """
                    {"adoptionSmeName": {"type": "String", "value": "Eva"},
                     "introducedAt": {"type": "String", "value": "2026-01-01T10:00:00Z"}}""",
            "resolveFtopRejection", """
                    {"rejectionResolution": {"type": "String", "value": "RETRY"}}""");

    private static final String DELIVERED = """
            {"discussionOutcome": {"type": "String", "value": "DELIVERED"}}""";
    private static final String DECLINED = """
            {"discussionOutcome": {"type": "String", "value": "DECLINED"},
             "declineReason": {"type": "String", "value": "No hace falta"}}""";

    private static final int STEPS_BEFORE_SOMETHING_HAPPENS = 12;

    private final Nodes service;
    private final Customer customer;
    private final String key;
    private final int stepToInterfereAt;
    private volatile String id;
    private volatile boolean hasEnded;
    private int steps;

    Conversation(Nodes service, Customer customer, Random chance) {
        this.service = service;
        this.customer = customer;
        this.key = "key-" + customer.externalId();
        this.stepToInterfereAt = chance.nextInt(STEPS_BEFORE_SOMETHING_HAPPENS);
    }

    Customer customer() {
        return customer;
    }

    /** Returns its id, once it has been started with 201. */
    String id() {
        return id;
    }

    @Override
    public boolean hasEnded() {
        return hasEnded;
    }

    @Override
    public void step() {
        if (id == null) {
            start();
            return;
        }
        if (steps++ >= stepToInterfereAt) {
            interfere();
        }
        Answer answer = service.get("/api/engagements/" + id);
        if (answer.status() != 200) {
            return;
        }
        boolean isRunning = answer.body().path("status").asText().equals("RUNNING");
        if (!answer.body().path("waitingFor").isEmpty()) {
            retryFtopCalls();
        }
        for (JsonNode activity : answer.body().path("currentActivities")) {
            if (activity.hasNonNull("taskId")) {
                work(activity);
            }
        }
        hasEnded = !isRunning && isSettled() && answer.body().path("waitingFor").isEmpty();
    }

    /**
     * Whether it has ended. After a withdrawal, FTOP may still be asked to cancel a task and may refuse; that shows in
     * the managers' queue, not in the engagement.
     */
    private boolean isSettled() {
        Answer queue = service.get("/engine-rest/task?processInstanceBusinessKey=" + id);
        Answer instances = service.ask("GET", "/engine-rest/process-instance/count?businessKey=" + id, "operator", "");
        if (queue.status() != 200 || instances.status() != 200) {
            return false;
        }
        for (JsonNode task : queue.body()) {
            work(task.path("id").asText(), "resolveFtopRejection", "manager");
        }
        return instances.body().path("count").asInt() == 0;
    }

    private void start() {
        Answer answer = service.post("/api/engagements", "crm", customer.request(), "Idempotency-Key", key);
        if (answer.status() == 201) {
            id = answer.body().path("id").asText();
        } else if (answer.status() >= 400 && answer.status() < 500) {
            throw new IllegalStateException("A valid request was refused: " + answer);
        }
    }

    private void interfere() {
        if (customer.isWithdrawn()) {
            service.post("/api/engagements/" + id + "/withdrawal", "manager", "{\"reason\": \"El cliente cancela\"}");
        } else if (customer.changesItsProfile()) {
            service.ask("PATCH", "/api/engagements/" + id, "manager", "{\"licenses\": 20001}");
        }
    }

    private void retryFtopCalls() {
        String tasks = "/api/engagements/" + id + "/ftop-tasks";
        for (JsonNode task : service.get(tasks).body()) {
            if (task.hasNonNull("waiting")) {
                service.post(tasks + "/" + task.path("catalogId").asText() + "/retry", "manager", "");
            }
        }
    }

    private void work(JsonNode activity) {
        String user =
                activity.path("candidateGroups").toString().contains("fasttrack-manager") ? "manager" : "engineer";
        work(activity.path("taskId").asText(), activity.path("activityId").asText(), user);
    }

    private void work(String taskId, String activityId, String user) {
        String task = "/engine-rest/task/" + taskId;
        service.post(task + "/claim", user, "{\"userId\": \"%s\"}".formatted(user));
        String form = FORMS.getOrDefault(activityId, user.equals("manager") ? DELIVERED : DECLINED);
        Answer answer = service.post(task + "/complete", user, "{\"variables\": %s}".formatted(form));
        if (answer.status() == 400) {
            throw new IllegalStateException("A form that is filled in was refused: " + answer);
        }
    }
}
