package org.acmconversation.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** A stock Flowable 7.2.0 with the defaults of its starter. */
class Flowable implements Contender {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TASKS = "/process-api/runtime/tasks";

    private final Http http;

    Flowable(String baseUrl) {
        this.http = new Http(baseUrl);
    }

    @Override
    public String name() {
        return "Flowable 7.2.0, stock";
    }

    @Override
    public String start(String customer) {
        http.post("/process-api/runtime/process-instances", """
                {"processDefinitionKey": "acm-conversation", "businessKey": "%s", "variables": [
                 {"name": "customerName", "type": "string", "value": "Contoso"},
                 {"name": "licenses", "type": "integer", "value": 25000},
                 {"name": "segment", "type": "string", "value": "ENTERPRISE"},
                 {"name": "services", "type": "string", "value": "ONEDRIVE_FOR_BUSINESS,EXCHANGE"},
                 {"name": "kickoffHeld", "type": "boolean", "value": true},
                 {"name": "benefitUnderstood", "type": "boolean", "value": true},
                 {"name": "resourcesClear", "type": "boolean", "value": true},
                 {"name": "inEnterpriseAdoptionProgram", "type": "boolean", "value": false}]}
                """.formatted(customer));
        return customer;
    }

    @Override
    public List<OpenTask> openTasks(String conversation) {
        JsonNode page = http.get(TASKS + "?processInstanceBusinessKey=" + conversation);
        return StreamSupport.stream(page.path("data").spliterator(), false)
                .map(task -> new OpenTask(
                        task.path("id").asText(), task.path("taskDefinitionKey").asText()))
                .toList();
    }

    @Override
    public void claim(OpenTask task) {
        http.post(TASKS + "/" + task.id(), "{\"action\": \"claim\", \"assignee\": \"manager\"}");
    }

    @Override
    public void complete(OpenTask task) {
        http.post(TASKS + "/" + task.id(), "{\"action\": \"complete\", \"variables\": %s}".formatted(variables(task)));
    }

    /** Converts a form to Flowable's format. */
    private static ArrayNode variables(OpenTask task) {
        ArrayNode variables = JSON.createArrayNode();
        try {
            JSON.readTree(Forms.of(task)).path("variables").properties().forEach(variable -> {
                boolean isBoolean = variable.getValue().path("type").asText().equals("Boolean");
                variables
                        .addObject()
                        .put("name", variable.getKey())
                        .put("type", isBoolean ? "boolean" : "string")
                        .set("value", variable.getValue().path("value"));
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return variables;
    }

    @Override
    public long inbox(String group) {
        return http.get(TASKS + "?candidateGroup=" + group + "&unassigned=true&sort=createTime&order=desc&size=15")
                .path("total")
                .asLong();
    }
}
