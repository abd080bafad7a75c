package org.acmconversation.ftop.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Sets the simulator's faults and shows its tasks over HTTP, without a token. */
class ControlApi {

    private final Faults faults;
    private final Supplier<List<TaskHistory>> histories;

    ControlApi(Faults faults, Supplier<List<TaskHistory>> histories) {
        this.faults = faults;
        this.histories = histories;
    }

    Reply answer(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /control/faults" -> Reply.json(200, faults.settings());
            case "POST /control/faults" -> set(request);
            case "GET /control/tasks" -> Reply.json(200, tasks());
            default -> Reply.problem(404, "Not Found", "There are /control/faults and /control/tasks");
        };
    }

    private Reply set(Request request) {
        try {
            JsonNode settings = Reply.JSON.readTree(request.text());
            faults.clear();
            settings.properties().forEach(setting -> set(setting.getKey(), setting.getValue()));
            return Reply.json(200, faults.settings());
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeParseException wrong) {
            return Reply.problem(400, "Bad Request", wrong.getMessage());
        }
    }

    private void set(String setting, JsonNode value) {
        switch (setting) {
            case "seed" -> faults.seed(value.asLong());
            case "chances" ->
                value.properties()
                        .forEach(chance -> faults.chance(
                                fault(chance.getKey()), chance.getValue().asDouble()));
            case "next" -> value.forEach(fault -> faults.next(fault(fault.asText())));
            case "nextForTokens" -> value.forEach(fault -> faults.nextForTokens(fault(fault.asText())));
            case "refused" ->
                value.properties()
                        .forEach(refusal -> faults.refuse(
                                refusal.getKey(), refusal.getValue().asText()));
            case "slowness" -> faults.slowness(Duration.parse(value.asText()));
            case "retryAfter" -> faults.retryAfter(Duration.parse(value.asText()));
            case "downTime" -> faults.downTime(Duration.parse(value.asText()));
            case "ignoreKeys" -> faults.ignoreKeys(value.asBoolean());
            default -> throw new IllegalArgumentException("There is no setting " + setting);
        }
    }

    private static Fault fault(String name) {
        return Fault.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private Map<String, Object> tasks() {
        List<TaskHistory> all = histories.get();
        var view = new LinkedHashMap<String, Object>();
        view.put("keys", all.size());
        view.put("duplicates", all.stream().mapToInt(TaskHistory::duplicates).sum());
        view.put("tasks", all.stream().map(ControlApi::view).toList());
        return view;
    }

    private static Map<String, Object> view(TaskHistory history) {
        var view = new LinkedHashMap<String, Object>();
        view.put("key", history.key().toString());
        view.put("creates", history.creates());
        view.put("closes", history.closes());
        view.put("tasks", history.tasks().stream().map(ControlApi::view).toList());
        return view;
    }

    private static Map<String, Object> view(SimulatedTask task) {
        var view = new LinkedHashMap<String, Object>();
        view.put("reference", task.reference());
        view.put("status", task.status());
        view.put("name", task.name());
        view.put("reason", task.reason());
        return view;
    }
}
