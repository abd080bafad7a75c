package org.acmconversation.ftop.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.FtopTaskStatus;

/** FTOP's API according to docs/ftop-api.yaml, without faults. */
class TaskApi {

    private static final String TASKS = "/v1/tasks";
    private static final int MAX_TASKS = 100;
    private static final Set<String> CLOSED = Set.of("COMPLETED", "DECLINED", "CANCELED");

    private final TaskStore store;
    private final Tokens tokens;
    private final Faults faults;

    TaskApi(TaskStore store, Tokens tokens, Faults faults) {
        this.store = store;
        this.tokens = tokens;
        this.faults = faults;
    }

    Reply answer(Request request) {
        if (!tokens.accepts(request)) {
            return Reply.problem(401, "Unauthorized", "The access token is not accepted");
        }
        try {
            return route(request);
        } catch (IllegalArgumentException | JsonProcessingException wrong) {
            return Reply.problem(400, "Bad Request", wrong.getMessage());
        }
    }

    private Reply route(Request request) throws JsonProcessingException {
        if (request.path().equals(TASKS) && request.method().equals("GET")) {
            return list(request);
        }
        if (!request.path().startsWith(TASKS + "/")) {
            return Reply.problem(404, "Not Found", "There is nothing at " + request.path());
        }
        String rest = request.path().substring(TASKS.length() + 1);
        boolean status = rest.endsWith("/status");
        FtopKey key = FtopKey.parse(status ? rest.substring(0, rest.length() - "/status".length()) : rest);
        if (request.method().equals("GET") && !status) {
            return store.find(List.of(key)).stream()
                    .findFirst()
                    .map(task -> Reply.json(200, view(task)))
                    .orElseGet(() -> Reply.problem(404, "Not Found", "There is no task " + key));
        }
        if (!request.method().equals("PUT")) {
            return Reply.problem(405, "Method Not Allowed", "Use GET or PUT");
        }
        return change(request, key, status);
    }

    private Reply change(Request request, FtopKey key, boolean status) throws JsonProcessingException {
        if (!key.toString().equals(request.headers().get("idempotency-key"))) {
            return Reply.problem(400, "Bad Request", "Idempotency-Key has to be the task's key");
        }
        JsonNode body = Reply.JSON.readTree(request.text());
        return faults.refusal(key.catalogId())
                .map(reason -> Reply.problem(422, "Unprocessable Content", reason))
                .orElseGet(() -> status ? close(key, body) : create(key, body));
    }

    private Reply create(FtopKey key, JsonNode body) {
        String name = body.path("name").asText();
        String named = body.path("engagementId").asText() + ":"
                + body.path("catalogId").asText();
        if (name.isBlank()
                || !body.path("mandatory").isBoolean()
                || !body.path("role").isTextual()) {
            return Reply.problem(400, "Bad Request", "name, mandatory and role are required");
        }
        if (!key.toString().equals(named)) {
            return Reply.problem(400, "Bad Request", "engagementId and catalogId have to be the key's");
        }
        TaskStore.Created created = store.create(key, name, faults.ignoresKeys());
        return Reply.json(created.created() ? 201 : 200, view(created.task()));
    }

    private Reply close(FtopKey key, JsonNode body) {
        if (!CLOSED.contains(body.path("status").asText())) {
            return Reply.problem(400, "Bad Request", "status is one of " + CLOSED);
        }
        var status = FtopTaskStatus.valueOf(body.path("status").asText());
        return store.close(key, status, body.path("reason").asText(null))
                .map(task -> Reply.json(task.status() == status ? 200 : 409, view(task)))
                .orElseGet(() -> Reply.problem(404, "Not Found", "There is no task " + key));
    }

    private Reply list(Request request) {
        List<String> keys = request.parameters("key");
        List<SimulatedTask> tasks;
        if (keys.isEmpty()) {
            String limit = request.parameters("limit").stream().findFirst().orElse("100");
            String after = request.parameters("after").stream().findFirst().orElse(null);
            tasks = store.page(
                    after == null ? null : FtopKey.parse(after),
                    request.parameters("status").contains("OPEN"),
                    Math.min(MAX_TASKS, Integer.parseInt(limit)));
        } else if (keys.size() <= MAX_TASKS) {
            tasks = store.find(keys.stream().map(FtopKey::parse).toList());
        } else {
            return Reply.problem(400, "Bad Request", "At most 100 keys are allowed");
        }
        return Reply.json(200, Map.of("tasks", tasks.stream().map(TaskApi::view).toList()));
    }

    private static Map<String, Object> view(SimulatedTask task) {
        var view = new LinkedHashMap<String, Object>();
        view.put("key", task.key().toString());
        view.put("reference", task.reference());
        view.put("status", task.status());
        return view;
    }
}
