package org.acmconversation.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;

/** A JSON document with invalid values in some places. */
class InvalidJson {

    private static final JsonMapper JSON = new JsonMapper();

    private InvalidJson() {}

    /** Returns a variant of a document as text, which need not be valid JSON. */
    static String like(JsonNode document, SeededRandom chance) {
        if (chance.oneIn(25)) {
            return InvalidValues.json(chance);
        }
        JsonNode changed = document.deepCopy();
        for (int changes = 1 + chance.below(2); changes > 0; changes--) {
            change(chance.of(containers(changed)), chance);
        }
        String text = write(changed);
        return chance.oneIn(30) ? text.replaceFirst("\\{", "{\"externalId\":\"a\",\"externalId\":\"b\",") : text;
    }

    private static void change(JsonNode container, SeededRandom chance) {
        JsonNode odd = JsonNodeFactory.instance.rawValueNode(new RawValue(InvalidValues.json(chance)));
        if (container instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty() || chance.oneIn(8)) {
                object.set(InvalidValues.text(chance), odd);
            } else if (chance.oneIn(8)) {
                object.remove(chance.of(names));
            } else {
                object.set(chance.of(names), odd);
            }
        } else if (container instanceof ArrayNode list) {
            if (list.isEmpty() || chance.oneIn(2)) {
                list.add(odd);
            } else {
                list.set(chance.below(list.size()), odd);
            }
        }
    }

    private static List<JsonNode> containers(JsonNode document) {
        List<JsonNode> containers = new ArrayList<>(List.of(document));
        document.forEach(member -> {
            if (member.isContainerNode()) {
                containers.addAll(containers(member));
            }
        });
        return containers;
    }

    static String write(JsonNode document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Trees can be written", e);
        }
    }

    static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a JSON object: " + json, e);
        }
    }
}
