package org.acmconversation.security.roles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.acmconversation.engagement.Customer;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.Segment;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/** Resources of every type of the engine's REST API, so that calls can succeed. */
class EngineFixtures {

    private static final String CRITERIA = """
            {"variables": {"kickoffHeld": {"value": true}, "benefitUnderstood": {"value": true},
                           "resourcesClear": {"value": true}}}""";

    private static final String FORM =
            "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"deed.form\"\r\n\r\n"
                    + "{\"id\": \"deed\", \"type\": \"default\", \"schemaVersion\": 16, \"components\": []}\r\n--x--\r\n";

    private static final Map<String, String> QUERIES = Map.of(
            "/authorization/check", "?permissionName=READ&resourceName=Deployment&resourceType=9",
            "/identity/groups", "?userId=%s");

    private final ProcessEngine engine;
    private final Engagements engagements;
    private String comment;

    EngineFixtures(ProcessEngine engine, Engagements engagements) {
        this.engine = engine;
        this.engagements = engagements;
    }

    /** A complete call. */
    record Request(String path, String contentType, String body) {}

    /** Returns the call that an account would send to an endpoint, with ids of existing resources. */
    Request request(Endpoint endpoint, String account) {
        String path = endpoint.path();
        for (Map.Entry<String, Supplier<String>> thing :
                things(endpoint, account).entrySet()) {
            if (path.contains(thing.getKey())) {
                path = path.replace(thing.getKey(), thing.getValue().get());
            }
        }
        if (path.equals("/deployment/create")) {
            return new Request(path, "multipart/form-data; boundary=x", FORM);
        }
        if (endpoint.equals(new Endpoint("PUT", "/task/unknown"))) {
            return new Request(path, "application/json", withOtherDueDate(path.replaceAll(".*/", "")));
        }
        return new Request(
                path + QUERIES.getOrDefault(path, "").formatted(account), "application/json", body(endpoint, account));
    }

    private static String body(Endpoint endpoint, String account) {
        return switch (endpoint.method() + " " + endpoint.path()) {
            case "POST /task/unknown/claim" -> "{\"userId\": \"%s\"}".formatted(account);
            case "POST /task/unknown/complete", "POST /task/unknown/submit-form", "POST /task/unknown/resolve" ->
                CRITERIA;
            case "POST /task/unknown/comment/create" -> "{\"message\": \"Done\"}";
            case "POST /identity/password-policy" -> "{\"password\": \"something\"}";
            case "PUT /user/unknown/credentials" ->
                "{\"password\": \"%1$s\", \"authenticatedUserPassword\": \"%1$s\"}".formatted(account);
            case "PUT /user/unknown/profile" ->
                "{\"id\": \"%1$s\", \"firstName\": \"%1$s\", \"lastName\": \"X\"}".formatted(account);
            case "PUT /job/unknown/retries", "PUT /job-definition/unknown/retries" -> "{\"retries\": 1}";
            case "PUT /incident/unknown/annotation" -> "{\"annotation\": \"Seen\"}";
            default -> "{}";
        };
    }

    /** Repeats the task's other values, because missing ones would be cleared. */
    private String withOtherDueDate(String taskId) {
        Task task = engine.getTaskService().createTaskQuery().taskId(taskId).singleResult();
        return """
                {"name": "%s", "description": "%s", "priority": %d, "assignee": "%s",
                 "due": "2099-12-01T10:00:00.000+0000"}""".formatted(task.getName(), task.getDescription(), task.getPriority(), task.getAssignee());
    }

    private Map<String, Supplier<String>> things(Endpoint endpoint, String account) {
        Map<String, Supplier<String>> things = new LinkedHashMap<>();
        things.put("/plugin/base/unknown", () -> "/plugin/base/default");
        things.put("/task/unknown", () -> "/task/" + task(endpoint, account));
        things.put("/job/unknown", () -> "/job/" + failedJob().getId());
        things.put(
                "/job-definition/unknown",
                () -> "/job-definition/" + failedJob().getJobDefinitionId());
        things.put("/incident/unknown", () -> "/incident/" + incident());
        things.put(
                "/process-instance/unknown",
                () -> "/process-instance/" + failedJob().getProcessInstanceId());
        things.put("/execution/unknown", () -> "/execution/" + failedJob().getExecutionId());
        things.put("/variable-instance/unknown", () -> "/variable-instance/" + variable());
        things.put("/process-definition/key/unknown", () -> "/process-definition/key/acm-conversation");
        things.put(
                "/process-definition/unknown",
                () -> "/process-definition/" + process().getId());
        things.put("/decision-definition/key/unknown", () -> "/decision-definition/key/acm-entry-criteria");
        things.put(
                "/decision-definition/unknown",
                () -> "/decision-definition/" + decision("acm-entry-criteria").getId());
        things.put(
                "/decision-requirements-definition/key/unknown",
                () -> "/decision-requirements-definition/key/" + requirements().split(":")[0]);
        things.put(
                "/decision-requirements-definition/unknown",
                () -> "/decision-requirements-definition/" + requirements());
        things.put("/deployment/unknown", () -> "/deployment/" + process().getDeploymentId());
        things.put("/resources/unknown", () -> "/resources/" + resource());
        things.put("/user/unknown", () -> "/user/" + account);
        things.put("/group/unknown", () -> "/group/fasttrack-manager");
        things.put("/filter/unknown", () -> "/filter/" + filter(account));
        things.put("/history/batch/unknown", () -> "/history/batch/" + batch());
        things.put("/batch/unknown", () -> "/batch/" + batch());
        things.put("/comment/unknown", () -> "/comment/" + comment);
        things.put("ariables/unknown", () -> "ariables/licenses");
        return things;
    }

    private String task(Endpoint endpoint, String account) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(engagement(false))
                .singleResult();
        if (endpoint.path().endsWith("/claim")) {
            engine.getTaskService().addCandidateUser(task.getId(), account);
        } else {
            engine.getTaskService().setAssignee(task.getId(), account);
        }
        if (endpoint.path().contains("ocalVariables")) {
            engine.getTaskService().setVariableLocal(task.getId(), "licenses", 1);
        }
        comment = engine.getTaskService()
                .createComment(task.getId(), null, "Seen")
                .getId();
        return task.getId();
    }

    private String engagement(boolean hasKickoff) {
        return engagements
                .start(new NewEngagement(
                        "CRM-" + UUID.randomUUID(),
                        new Customer("Contoso", null),
                        Segment.ENTERPRISE,
                        25_000,
                        List.of("EXCHANGE"),
                        List.of(Initiative.RFA),
                        new EntryCriteria(hasKickoff, true, true, false)))
                .id()
                .toString();
    }

    private Job failedJob() {
        String instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(engagement(true))
                .singleResult()
                .getId();
        Job job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult();
        engine.getManagementService().setJobRetries(job.getId(), 0);
        return job;
    }

    private String incident() {
        return engine.getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(failedJob().getProcessInstanceId())
                .singleResult()
                .getId();
    }

    private String variable() {
        return engine.getRuntimeService()
                .createVariableInstanceQuery()
                .processInstanceIdIn(failedJob().getProcessInstanceId())
                .variableName("licenses")
                .list()
                .get(0)
                .getId();
    }

    private ProcessDefinition process() {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("acm-conversation")
                .latestVersion()
                .singleResult();
    }

    private DecisionDefinition decision(String key) {
        return engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    private String requirements() {
        return engine.getRepositoryService()
                .createDecisionRequirementsDefinitionQuery()
                .list()
                .get(0)
                .getId();
    }

    /** Returns a filter that the account sees in Tasklist. */
    private String filter(String account) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(account).list().stream()
                .map(Group::getId)
                .toList();
        engine.getIdentityService().setAuthentication(account, groups);
        try {
            return engine.getFilterService().createFilterQuery().list().get(0).getId();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private String batch() {
        return engine.getManagementService()
                .setJobRetriesAsync(List.of(failedJob().getId()), 1)
                .getId();
    }

    private String resource() {
        return engine.getRepositoryService()
                .getDeploymentResources(process().getDeploymentId())
                .get(0)
                .getId();
    }
}
