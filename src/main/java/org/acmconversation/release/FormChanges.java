package org.acmconversation.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acmconversation.release.Change.Kind;

/** Compares two versions of a form, field by field. */
class FormChanges {

    /** Properties of a form that people do not see. */
    private static final Set<String> NOT_COMPARED =
            Set.of("id", "key", "components", "layout", "exporter", "schemaVersion", "executionPlatformVersion");

    private FormChanges() {}

    static List<Change> between(String path, JsonNode before, JsonNode after) {
        var changes = new Changes(path);
        Map<String, JsonNode> old = fields(before);
        Map<String, JsonNode> now = fields(after);
        old.forEach((id, field) -> {
            if (!now.containsKey(id)) {
                changes.add(id, name(id, field), Kind.REMOVED, "change.removed.field", subject(id, field));
            }
        });
        now.forEach((id, field) -> {
            JsonNode earlier = old.get(id);
            if (earlier == null) {
                changes.add(id, name(id, field), Kind.ADDED, "change.added.field", subject(id, field));
            } else {
                changes.compare(
                        id, name(id, field), subject(id, field), properties(earlier, ""), properties(field, ""));
            }
        });
        List<String> order = new ArrayList<>(old.keySet());
        List<String> newOrder = new ArrayList<>(now.keySet());
        order.retainAll(now.keySet());
        newOrder.retainAll(old.keySet());
        if (!order.equals(newOrder)) {
            changes.add(
                    "",
                    "",
                    Kind.MOVED,
                    "change.moved.fields",
                    Changes.quoted(after.path("id").asText(path)));
        }
        return changes.all();
    }

    static Map<String, JsonNode> fields(JsonNode form) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        collect(form, fields);
        return fields;
    }

    private static void collect(JsonNode parent, Map<String, JsonNode> fields) {
        for (JsonNode component : parent.path("components")) {
            String key = component.path("key").asText("");
            fields.putIfAbsent(key.isEmpty() ? component.path("id").asText("") : key, component);
            collect(component, fields);
        }
    }

    static String name(String id, JsonNode field) {
        String label = field.path("label").asText(field.path("dateLabel").asText(""));
        return label.isEmpty() ? id : label;
    }

    private static String subject(String id, JsonNode field) {
        return Changes.text("change.field", Changes.quoted(name(id, field)));
    }

    static Map<String, String> properties(JsonNode json, String prefix) {
        Map<String, String> properties = new LinkedHashMap<>();
        json.properties().forEach(property -> {
            JsonNode value = property.getValue();
            if (!prefix.isEmpty() || !NOT_COMPARED.contains(property.getKey())) {
                if (value.isObject()) {
                    properties.putAll(properties(value, property.getKey() + "."));
                } else {
                    properties.put(prefix + property.getKey(), shown(value));
                }
            }
        });
        return properties;
    }

    private static String shown(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(
                    part.isObject()
                            ? "%s (%s)"
                                    .formatted(
                                            part.path("label").asText(""),
                                            part.path("value").asText(""))
                            : part.asText()));
            return String.join(", ", parts);
        }
        return value.isBoolean() ? Changes.text(value.asBoolean() ? "change.yes" : "change.no") : value.asText();
    }
}
