package org.acmconversation.scenario.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acmconversation.model.ConversationModel.Variable;
import org.acmconversation.scenario.Scenario.Complete;
import org.acmconversation.scenario.ScenarioException;
import org.acmconversation.scenario.ScenarioMessages;
import org.acmconversation.scenario.SpanishTime;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;

/** Completes tasks as their forms would; the server validates the input as usual. */
class ScratchTasks {

    private final TaskService taskService;
    private final FormService formService;
    private final ObjectMapper json;
    private final DeployedModels models;

    ScratchTasks(TaskService taskService, FormService formService, ObjectMapper json, DeployedModels models) {
        this.taskService = taskService;
        this.formService = formService;
        this.json = json;
        this.models = models;
    }

    void complete(Complete step) {
        Task task = find(step);
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        collect(form(task), fields);
        Map<String, @Nullable Object> values = new HashMap<>();
        step.values().forEach((name, value) -> {
            JsonNode field = fields.get(name);
            if (field == null) {
                throw new ScenarioException(
                        ScenarioMessages.corrected(ScenarioMessages.worded("field", name), name, fields.keySet()));
            }
            values.put(name, value(value, field));
        });
        fields.forEach((name, field) -> {
            if (type(field).equals("checkbox") && !values.containsKey(name)) {
                values.put(name, Boolean.TRUE.equals(taskService.getVariable(task.getId(), name)));
            }
        });
        taskService.complete(task.getId(), values);
    }

    private Task find(Complete step) {
        List<Task> tasks = open().stream()
                .filter(task -> task.getTaskDefinitionKey().equals(step.activityId()))
                .filter(task -> step.catalogId() == null || step.catalogId().equals(catalogId(task)))
                .toList();
        if (tasks.isEmpty()) {
            throw new ScenarioException(models.correctedTask(
                    ScenarioMessages.worded("task", models.shown(step.activityId()), waiting()), step.activityId()));
        }
        return tasks.get(0);
    }

    private List<Task> open() {
        return taskService
                .createTaskQuery()
                .orderByTaskCreateTime()
                .asc()
                .orderByTaskId()
                .asc()
                .list();
    }

    private @Nullable Object catalogId(Task task) {
        return taskService.getVariable(task.getId(), Variable.CATALOG_ID);
    }

    /** Describes where the engagement waits, in Spanish. */
    String waiting() {
        List<String> places = open().stream()
                .map(task -> {
                    Object catalogId = catalogId(task);
                    String place = models.shown(task.getTaskDefinitionKey());
                    return catalogId == null ? place : ScenarioMessages.worded("task.of", place, catalogId);
                })
                .distinct()
                .toList();
        return places.isEmpty() ? ScenarioMessages.worded("waits.nowhere") : String.join(", ", places);
    }

    /** Returns the ids of the open user tasks. */
    List<String> waitingAt() {
        return open().stream()
                .map(Task::getTaskDefinitionKey)
                .distinct()
                .sorted()
                .toList();
    }

    private JsonNode form(Task task) {
        try (InputStream form = formService.getDeployedTaskForm(task.getId())) {
            return json.readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Collects fields: components that have a key and are not groups. */
    private static void collect(JsonNode parent, Map<String, JsonNode> fields) {
        for (JsonNode component : parent.path("components")) {
            // Browsers do not submit disabled fields.
            if (component.hasNonNull("key")
                    && !component.has("components")
                    && !component.path("disabled").asBoolean(false)) {
                fields.put(component.path("key").asText(), component);
            }
            collect(component, fields);
        }
    }

    private static String type(JsonNode field) {
        return field.path("type").asText();
    }

    /** Converts a value to the value that the form would submit. */
    private @Nullable Object value(@Nullable Object value, JsonNode field) {
        if (value instanceof List<?> list) {
            return SpinValues.jsonValue(json.valueToTree(list).toString()).create();
        }
        return switch (type(field)) {
            case "checkbox" -> "sí".equals(value) ? true : "no".equals(value) ? (Object) false : value;
            case "datetime" -> value == null ? null : moment(String.valueOf(value), field);
            case "textfield", "textarea", "radio", "select" -> value == null ? null : String.valueOf(value);
            default -> value;
        };
    }

    private static Object moment(String text, JsonNode field) {
        return SpanishTime.fromNow(text)
                .map(distance ->
                        OffsetDateTime.now(ZoneOffset.UTC).plus(distance).truncatedTo(ChronoUnit.SECONDS))
                .map(moment -> field.path("subtype").asText().equals("date")
                        ? moment.toLocalDate().toString()
                        : moment.toString())
                .orElse(text);
    }
}
