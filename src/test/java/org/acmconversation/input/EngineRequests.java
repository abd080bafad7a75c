package org.acmconversation.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.dto.CamundaQueryParam;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;

/** Requests to the engine's REST API, as Tasklist and similar clients send them. */
class EngineRequests {

    private static final String TASKS = "/engine-rest/task";

    private static final ObjectNode QUERY = InvalidJson.object("""
            {
              "candidateGroups": ["a"], "assignee": "manager", "priority": 50, "unassigned": true,
              "createdAfter": "2026-01-01T00:00:00.000+0000", "dueBefore": "2099-01-01T00:00:00.000+0000",
              "taskDefinitionKeyIn": ["completeEntryCriteria"], "delegationState": "PENDING",
              "processVariables": [{"name": "licenses", "operator": "gteq", "value": 5}],
              "sorting": [{"sortBy": "created", "sortOrder": "asc"}], "orQueries": [{"nameLike": "%a%"}]
            }
            """);

    private static final ObjectNode FORM = InvalidJson.object("""
            {
              "variables": {
                "kickoffHeld": {"value": true, "type": "Boolean", "valueInfo": {"transient": true}},
                "benefitUnderstood": {"value": "x", "type": "String"},
                "resourcesClear": {"value": "[1]", "type": "Json"},
                "object": {"value": "[]", "type": "Object",
                  "valueInfo": {"objectTypeName": "java.util.ArrayList", "serializationDataFormat": "application/json"}}
              },
              "withVariablesInReturn": true
            }
            """);

    private static final List<ObjectNode> VARIABLES = List.of(
            InvalidJson.object("{\"value\": \"5\", \"type\": \"Integer\", \"valueInfo\": {}}"),
            InvalidJson.object("{\"value\": \"2026-01-01\", \"type\": \"Date\"}"),
            InvalidJson.object("{\"value\": \"x\", \"type\": \"Bytes\"}"),
            InvalidJson.object("{\"value\": \"[]\", \"type\": \"Json\", \"valueInfo\": {\"transient\": true}}"),
            InvalidJson.object("{\"value\": \"AAAA\", \"type\": \"File\", \"valueInfo\": {\"filename\": \"a\","
                    + " \"mimeType\": \"text/plain\", \"encoding\": \"UTF-8\", \"transient\": false}}"),
            InvalidJson.object("{\"value\": \"rO0ABQ==\", \"type\": \"Object\", \"valueInfo\": {\"objectTypeName\":"
                    + " \"a.B\", \"serializationDataFormat\": \"application/x-java-serialized-object\"}}"));

    /** Every parameter of the task query. */
    private static final List<String> PARAMETERS = Stream.concat(
                    Arrays.stream(TaskQueryDto.class.getMethods())
                            .map(setter -> setter.getAnnotation(CamundaQueryParam.class))
                            .filter(Objects::nonNull)
                            .map(CamundaQueryParam::value)
                            .distinct()
                            .sorted(),
                    Stream.of("firstResult", "maxResults"))
            .toList();

    private static final ObjectNode FILTER = InvalidJson.object("""
            {"resourceType": "Task", "name": "Mine", "owner": "manager", "query": {"priority": 50,
             "sorting": [{"sortBy": "created", "sortOrder": "asc"}]}, "properties": {"color": "#ffffff"}}
            """);

    private final Stock stock;

    EngineRequests(Stock stock) {
        this.stock = stock;
    }

    Request next(SeededRandom chance) {
        String task = TASKS + "/" + (chance.oneIn(4) ? InvalidValues.inUrl(chance) : stock.task(chance));
        String filter = "/engine-rest/filter/" + (chance.oneIn(4) ? InvalidValues.inUrl(chance) : stock.filter(chance));
        return switch (chance.below(12)) {
            case 0 -> get(TASKS + chance.of("", "/count") + query(chance), chance);
            case 1, 2 -> post(TASKS + chance.of("", "/count") + (chance.oneIn(5) ? query(chance) : ""), QUERY, chance);
            case 3 -> post(task + chance.of("/claim", "/unclaim", "/assignee", "/delegate"), user(chance), chance);
            case 4, 5, 6 -> post(task + chance.of("/complete", "/submit-form", "/resolve"), FORM, chance);
            case 7 ->
                get(
                        task + chance.of("/form-variables", "/form", "/rendered-form", "/variables") + names(chance),
                        chance);
            case 8 ->
                json(
                        "PUT",
                        task + chance.of("/variables/", "/localVariables/") + "licenses",
                        chance.of(VARIABLES),
                        chance);
            case 9 -> post(filter + chance.of("/list", "/singleResult", "/count"), QUERY, chance);
            case 10 -> json(chance.of("POST", "PUT"), chance.of("/engine-rest/filter/create", filter), FILTER, chance);
            default -> get(filter + chance.of("", "/list", "/count") + query(chance), chance);
        };
    }

    private static ObjectNode user(SeededRandom chance) {
        return InvalidJson.object("{\"userId\": \"%s\"}".formatted(chance.of("manager", "partner", "nobody")));
    }

    /** Managers are denied much of the API; administrators get further. */
    private static String caller(SeededRandom chance) {
        return chance.of("manager", "admin");
    }

    private static Request get(String target, SeededRandom chance) {
        return Protocol.without(
                Request.of(
                        caller(chance), chance.oneIn(20) ? Protocol.method(chance) : Protocol.reading(chance), target),
                chance);
    }

    private static Request post(String target, JsonNode valid, SeededRandom chance) {
        return json("POST", target, valid, chance);
    }

    private static Request json(String method, String target, JsonNode valid, SeededRandom chance) {
        byte[] body = chance.oneIn(3)
                ? Mutated.mutated(Stock.bytes(valid), chance)
                : InvalidJson.like(valid, chance).getBytes(StandardCharsets.UTF_8);
        return Protocol.withBody(Request.of(caller(chance), method, target), "application/json", body, chance);
    }

    private static String query(SeededRandom chance) {
        return "?" + chance.of(PARAMETERS) + "=" + InvalidValues.inUrl(chance) + "&" + chance.of(PARAMETERS) + "="
                + InvalidValues.inUrl(chance);
    }

    private static String names(SeededRandom chance) {
        return "?variableNames=" + InvalidValues.inUrl(chance) + "&deserializeValues="
                + chance.of("true", "false", "x", "");
    }
}
