package org.acmconversation.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Submits the form of a user task to the engine's REST API, as Tasklist does. */
class TaskForm {

    private static final String TASKS = "/engine-rest/task/";

    private final ContractTest test;
    private final String taskId;

    private TaskForm(ContractTest test, String taskId) {
        this.test = test;
        this.taskId = taskId;
    }

    /** Waits until the engagement waits at the activity. */
    static TaskForm of(ContractTest test, String engagementId, String activityId) {
        return new TaskForm(
                test, test.awaitTask(engagementId, activityId).path("taskId").asText());
    }

    /** Returns the form of an open task. */
    static TaskForm of(ContractTest test, String taskId) {
        return new TaskForm(test, taskId);
    }

    Answer claim(String user) {
        return test.anonymous().as(user).post(TASKS + taskId + "/claim", "{\"userId\": \"%s\"}".formatted(user));
    }

    /**
     * Completes the task.
     *
     * @param fields field values as a JSON object
     */
    Answer complete(String user, String fields) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode variables = body.putObject("variables");
        Requests.object(fields)
                .properties()
                .forEach(field -> variables.set(field.getKey(), variable(field.getValue())));
        return test.anonymous().as(user).post(TASKS + taskId + "/complete", body);
    }

    boolean isOpen() {
        return test.manager().get(TASKS + taskId).status() == 200;
    }

    private static ObjectNode variable(JsonNode value) {
        ObjectNode variable = JsonNodeFactory.instance.objectNode();
        if (value.isArray()) {
            return variable.put("type", "Json").put("value", value.toString());
        }
        if (value.isNumber()) {
            return variable.put("type", "Integer").put("value", value.intValue());
        }
        variable.put("type", value.isBoolean() ? "Boolean" : "String");
        variable.set("value", value);
        return variable;
    }
}
