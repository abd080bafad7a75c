package org.acmconversation.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Requests generated from the OpenAPI document: operations, parameters and bodies. */
class OpenApiRequests {

    private final JsonNode api;
    private final Stock stock;
    private final List<Operation> operations = new ArrayList<>();

    private record Operation(String method, String path, JsonNode description) {

        boolean hasBody() {
            return description.has("requestBody");
        }

        String contentType() {
            return description.at("/requestBody/content").fieldNames().next();
        }

        JsonNode schema() {
            return description.at("/requestBody/content").elements().next().path("schema");
        }
    }

    OpenApiRequests(JsonNode api, Stock stock) {
        this.api = api;
        this.stock = stock;
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    var described = new Operation(
                            operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue());
                    // Operations with more parameters get more requests.
                    int parameters = operation.getValue().path("parameters").size();
                    int weight = parameters == 0 && !described.hasBody()
                            ? 1
                            : 2 + parameters + (described.hasBody() ? 20 : 0);
                    for (int i = 0; i < weight; i++) {
                        operations.add(described);
                    }
                }));
    }

    int operations() {
        return (int) operations.stream().distinct().count();
    }

    Request next(SeededRandom chance) {
        Operation operation = chance.of(operations);
        boolean oddBody = operation.hasBody() && !chance.oneIn(3);
        Request request = withParameters(operation, !oddBody, chance);
        if (operation.hasBody()) {
            JsonNode sample = sample(operation.schema(), "");
            String body = oddBody ? InvalidJson.like(sample, chance) : InvalidJson.write(sample);
            return Protocol.withBody(request, operation.contentType(), body.getBytes(StandardCharsets.UTF_8), chance);
        }
        return Protocol.without(request, chance);
    }

    private Request withParameters(Operation operation, boolean odd, SeededRandom chance) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        for (JsonNode parameter : operation.description().path("parameters")) {
            String name = parameter.path("name").asText();
            boolean oddOne = odd && chance.oneIn(2);
            switch (parameter.path("in").asText()) {
                case "path" ->
                    path = path.replace(
                            "{" + name + "}", oddOne ? InvalidValues.inUrl(chance) : stock.engagement(chance));
                case "query" -> {
                    if (oddOne) {
                        query.add(name + "=" + InvalidValues.inUrl(chance));
                    }
                    if (oddOne && chance.oneIn(6)) {
                        query.add(name + "=" + InvalidValues.inUrl(chance));
                    }
                }
                default -> {
                    if (oddOne) {
                        headers.add(name);
                        headers.add(InvalidValues.inHeader(chance));
                    }
                }
            }
        }
        String user = chance.oneIn(10) ? chance.of("analyst", "operator", "nobody", null) : "admin";
        String described = operation.method().equals("GET") ? Protocol.reading(chance) : operation.method();
        String method = odd && chance.oneIn(6) ? Protocol.method(chance) : described;
        String target = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        Request request = Request.of(user, method, target, headers.toArray(String[]::new));
        return target.contains(" ") || headers.stream().anyMatch(OpenApiRequests::splits) ? request.closing() : request;
    }

    private static boolean splits(String header) {
        return header.contains("\r") || header.contains("\n");
    }

    /** Returns a body that matches the document, which does not list services, countries and time zones. */
    private JsonNode sample(JsonNode schema, String name) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (schema.has("$ref")) {
            return sample(api.at(schema.path("$ref").asText().substring(1)), name);
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        return switch (schema.path("type").asText()) {
            case "object" -> {
                ObjectNode object = json.objectNode();
                schema.path("properties")
                        .properties()
                        .forEach(member -> object.set(member.getKey(), sample(member.getValue(), member.getKey())));
                yield object;
            }
            case "array" -> {
                ArrayNode list = json.arrayNode();
                yield list.add(sample(schema.path("items"), name));
            }
            case "integer" -> json.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> json.booleanNode(false);
            default -> json.textNode(text(name, schema.path("format").asText()));
        };
    }

    private static String text(String name, String format) {
        return switch (name) {
            case "services" -> "EXCHANGE";
            case "country" -> "ES-MD";
            case "timeZone" -> "Europe/Madrid";
            default -> format.equals("date") ? "2099-12-24" : "LIVE-0";
        };
    }
}
