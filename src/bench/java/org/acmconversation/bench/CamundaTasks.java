package org.acmconversation.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Tasks over Camunda's REST API, which the product has, too. */
class CamundaTasks {

    private static final String INBOX = "candidateGroup=%s&unassigned=true";

    private final Http http;
    private final String[] headers;

    /** @param headers of every request */
    CamundaTasks(Http http, String... headers) {
        this.http = http;
        this.headers = headers;
    }

    List<OpenTask> of(String conversation) {
        JsonNode tasks = http.get("/engine-rest/task?processInstanceBusinessKey=" + conversation, headers);
        return StreamSupport.stream(tasks.spliterator(), false)
                .map(task -> new OpenTask(
                        task.path("id").asText(), task.path("taskDefinitionKey").asText()))
                .toList();
    }

    void claim(OpenTask task, String user) {
        http.post("/engine-rest/task/%s/claim".formatted(task.id()), "{\"userId\": \"%s\"}".formatted(user), headers);
    }

    void complete(OpenTask task) {
        http.post("/engine-rest/task/%s/complete".formatted(task.id()), Forms.of(task), headers);
    }

    long inbox(String group) {
        String inbox = INBOX.formatted(group);
        http.get(
                "/engine-rest/task?" + inbox + "&sortBy=created&sortOrder=desc&firstResult=0&maxResults=15", headers);
        return http.get("/engine-rest/task/count?" + inbox, headers).path("count").asLong();
    }
}
