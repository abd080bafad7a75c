package org.acmconversation.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.acmconversation.faults.Nodes.Answer;

/**
 * One engagement up to its call, to which people invite a colleague and the customer; they also mention the engineer.
 */
class ScheduledCall implements Work {

    static final Instant FIRST = Instant.parse("2099-12-01T09:00:00Z");
    static final Instant SECOND = Instant.parse("2099-12-15T09:00:00Z");

    private static final String SCHEDULE = """
            {"variables": {
              "conversationAt": {"type": "String", "value": "2099-12-01T10:00+01:00"},
              "invitees": {"type": "String", "value": "FASTTRACK_AND_CUSTOMER"},
              "itProfessional": {"type": "String", "value": "Ana"},
              "businessStakeholders": {"type": "String", "value": "Luis"},
              "decisionMakers": {"type": "String", "value": "Eva"}}}""";
    private static final String CONDUCT = """
            {"variables": {
              "partnerRequested": {"type": "Boolean", "value": false},
              "changeKnowledge": {"type": "String", "value": "LOW"},
              "changeInterest": {"type": "String", "value": "HIGH"},
              "resourcesShared": {"type": "Json", "value": "[]"},
              "objections": {"type": "String", "value": ""}, "notes": {"type": "String", "value": ""}}}""";

    private final Nodes service;
    private final Course course;
    private final Predicate<String> hasMail;
    private final String externalId = "CRM-" + UUID.randomUUID();
    private volatile String id;
    private volatile boolean hasEnded;
    private int invited;
    private boolean isCommented;
    private boolean isMoved;

    /** What happens to a call. */
    enum Course {
        HELD,
        /** Rescheduled, then held. */
        MOVED,
        WITHDRAWN
    }

    /** @param hasMail whether an address has received an email; a call is withdrawn once all have */
    ScheduledCall(Nodes service, Course course, Predicate<String> hasMail) {
        this.service = service;
        this.course = course;
        this.hasMail = hasMail;
    }

    /** Returns its id, once it has been started with 201. */
    String id() {
        return id;
    }

    String externalId() {
        return externalId;
    }

    Course course() {
        return course;
    }

    /** Returns the addresses that must get the invitation. */
    List<String> addresses() {
        return List.of("engineer-" + externalId + "@fasttrack.example", "customer-" + externalId + "@contoso.example");
    }

    @Override
    public boolean hasEnded() {
        return hasEnded;
    }

    @Override
    public void step() {
        if (id == null) {
            start();
        } else if (invited < addresses().size()) {
            addContact();
        } else {
            advance();
        }
    }

    private void start() {
        Answer answer =
                service.post("/api/engagements", "crm", """
                {"externalId": "%s", "customer": {"name": "Contoso"}, "segment": "ENTERPRISE", "licenses": 500,
                 "services": ["EXCHANGE"], "initiatives": ["RFA"],
                 "entryCriteria": {"kickoffHeld": true, "benefitUnderstood": true, "resourcesClear": true,
                                   "inEnterpriseAdoptionProgram": false}}""".formatted(externalId), "Idempotency-Key", externalId);
        if (isDone(answer, 201)) {
            id = answer.body().path("id").asText();
        }
    }

    private void addContact() {
        Answer answer = service.post(
                "/api/engagements/" + id + "/contacts",
                "manager",
                "{\"name\": \"Ana\", \"email\": \"%s\", \"organization\": \"%s\"}"
                        .formatted(addresses().get(invited), invited == 0 ? "FASTTRACK" : "CUSTOMER"),
                "Idempotency-Key",
                externalId + invited);
        if (isDone(answer, 201)) {
            invited++;
        }
    }

    private void advance() {
        Answer engagement = service.get("/api/engagements/" + id);
        if (engagement.status() != 200) {
            return;
        }
        if (!engagement.body().path("status").asText().equals("RUNNING")) {
            hasEnded = true;
            return;
        }
        for (JsonNode activity : engagement.body().path("currentActivities")) {
            String task = activity.path("taskId").asText();
            switch (activity.path("activityId").asText()) {
                case "scheduleConversation" -> {
                    if (isCommented) {
                        complete(task, SCHEDULE);
                    } else {
                        comment(task);
                    }
                }
                case "conductConversation" -> lead(task);
                // The engineers' task stays in the queue, which the card announces.
                case "deliverValueDiscussion" -> hasEnded = true;
                default -> {}
            }
        }
    }

    /** Mentions the engineer, who finds that in one digest. */
    private void comment(String task) {
        isCommented = isDone(
                service.post(
                        "/api/tasks/" + task + "/comments",
                        "manager",
                        "{\"text\": \"@engineer, ¿viene a la llamada?\"}",
                        "Idempotency-Key",
                        externalId + "-comment"),
                201);
    }

    private void lead(String task) {
        if (course == Course.WITHDRAWN) {
            if (addresses().stream().allMatch(hasMail)) {
                service.post(
                        "/api/engagements/" + id + "/withdrawal", "manager", "{\"reason\": \"El cliente cancela\"}");
            }
        } else if (course == Course.MOVED && !isMoved) {
            isMoved = isDone(
                    service.post(
                            "/api/engagements/" + id + "/conversation",
                            "manager",
                            "{\"at\": \"%s\"}".formatted(SECOND)),
                    200);
        } else {
            complete(task, CONDUCT);
        }
    }

    private void complete(String task, String form) {
        service.post("/engine-rest/task/" + task + "/claim", "manager", "{\"userId\": \"manager\"}");
        Answer answer = service.post("/engine-rest/task/" + task + "/complete", "manager", form);
        if (answer.status() == 400) {
            throw new IllegalStateException("A form that is filled in was refused: " + answer);
        }
    }

    private static boolean isDone(Answer answer, int status) {
        if (answer.status() >= 400 && answer.status() < 500) {
            throw new IllegalStateException("A valid request was refused: " + answer);
        }
        return answer.status() == status;
    }
}
