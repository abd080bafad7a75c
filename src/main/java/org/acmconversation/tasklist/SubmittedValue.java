package org.acmconversation.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;

/** What was submitted for a field, in plain Java: a list for what came as JSON or as a serialized object. */
class SubmittedValue {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SubmittedValue() {}

    /** Text, boolean, number, list of texts, null, or else the value as it came, which fits no field. */
    static Object plain(TypedValue value) {
        if (value instanceof SerializableValue serialized && !serialized.isDeserialized()) {
            return serialized.getValueSerialized() == null ? null : fromJson(serialized);
        }
        Object plain = value == null ? null : value.getValue();
        if (plain instanceof SpinJsonNode json) {
            return list((JsonNode) json.unwrap(), plain);
        }
        return plain instanceof Collection<?> collection ? new ArrayList<>(collection) : plain;
    }

    private static Object fromJson(SerializableValue value) {
        boolean isJson = !(value instanceof ObjectValue object)
                || Variables.SerializationDataFormats.JSON.getName().equals(object.getSerializationDataFormat());
        try {
            return isJson ? list(JSON.readTree(value.getValueSerialized()), value) : value;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return value;
        }
    }

    private static Object list(JsonNode json, Object otherwise) {
        if (!json.isArray()) {
            return json.isNull() ? null : otherwise;
        }
        List<Object> elements = new ArrayList<>();
        json.forEach(element -> elements.add(element.isTextual() ? element.textValue() : element));
        return elements;
    }
}
