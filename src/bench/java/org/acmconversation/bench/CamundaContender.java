package org.acmconversation.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Works on tasks over Camunda's REST API, which the product also offers. */
abstract class CamundaContender implements Contender {

    static final String USER = "manager";
    private static final String INBOX = "candidateGroup=%s&unassigned=true";

    final Http http;
    private final String[] headers;

    /** @param headers alternating names and values, for every request about tasks */
    CamundaContender(Http http, String... headers) {
        this.http = http;
        this.headers = headers;
    }

    @Override
    public List<OpenTask> openTasks(String conversation) {
        JsonNode tasks = http.get("/engine-rest/task?processInstanceBusinessKey=" + conversation, headers);
        return StreamSupport.stream(tasks.spliterator(), false)
                .map(task -> new OpenTask(
                        task.path("id").asText(), task.path("taskDefinitionKey").asText()))
                .toList();
    }

    @Override
    public void claim(OpenTask task) {
        http.post("/engine-rest/task/%s/claim".formatted(task.id()), "{\"userId\": \"%s\"}".formatted(USER), headers);
    }

    @Override
    public void complete(OpenTask task) {
        http.post("/engine-rest/task/%s/complete".formatted(task.id()), Forms.of(task), headers);
    }

    @Override
    public long inbox(String group) {
        String inbox = INBOX.formatted(group);
        http.get("/engine-rest/task?" + inbox + "&sortBy=created&sortOrder=desc&firstResult=0&maxResults=15", headers);
        return http.get("/engine-rest/task/count?" + inbox, headers)
                .path("count")
                .asLong();
    }
}
