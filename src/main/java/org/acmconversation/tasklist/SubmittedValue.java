package org.acmconversation.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.acmconversation.problem.VisibleText;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;

/** What was submitted for a field, in plain Java: a list for what came as JSON or as a serialized object. */
class SubmittedValue {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SubmittedValue() {}

    /** What is stored of a text: as much as forms count the characters of, and of a blank text nothing. */
    static String stored(String text) {
        if (VisibleText.isBlank(text)) {
            return "";
        }
        int start = 0;
        int end = text.length();
        while (isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** What JavaScript's {@code trim} removes. */
    private static boolean isWhiteSpace(char character) {
        return Character.isSpaceChar(character) || "\t\n\u000b\f\r\ufeff".indexOf(character) >= 0;
    }

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
