package org.acmconversation.webpage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acmconversation.problem.FieldError;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.VisibleText;
import org.springframework.util.MultiValueMap;

/**
 * The fields of a form as they were typed, and which of them are invalid. Fields are converted to JSON, so that forms
 * and the API share records and validation rules.
 */
public class FormValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, List<String>> values;
    private Set<String> invalid = Set.of();

    /** @param values submitted values, or initial values of the form */
    public FormValues(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Returns the values of a submitted form. */
    public static FormValues sent(MultiValueMap<String, String> parameters) {
        return new FormValues(new LinkedHashMap<>(parameters));
    }

    /** Returns a field's value, or an empty text. */
    public String get(String field) {
        List<String> all = values.getOrDefault(field, List.of());
        return all.isEmpty() ? "" : all.get(0);
    }

    /** Whether an option of a field is selected. */
    public boolean has(String field, String option) {
        return values.getOrDefault(field, List.of()).contains(option);
    }

    /** The options that are chosen. */
    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** Marks fields as invalid. */
    public void reject(InvalidRequestException rejection) {
        var fields = new LinkedHashSet<String>();
        for (FieldError error : rejection.errors()) {
            fields.add(error.field());
        }
        invalid = fields;
    }

    /** Returns the paths of the invalid fields, such as {@code customer.name}. */
    public Set<String> invalid() {
        return invalid;
    }

    /** Whether a field is invalid. */
    public boolean isInvalid(String field) {
        return invalid.contains(field);
    }

    /** Returns a text; null if it is blank. */
    public JsonNode text(String field) {
        String value = get(field);
        return VisibleText.isBlank(value) ? JSON.nullNode() : JSON.textNode(value);
    }

    /** Returns a whole number, with or without thousands separators; other text remains text and is rejected later. */
    public JsonNode number(String field) {
        String value = VisibleText.strip(get(field));
        String digits = value.replaceAll("(?<=\\d)[.,\\u00a0\\u202f ](?=\\d{3}(\\D|$))", "");
        if (digits.matches("-?\\d{1,18}")) {
            return JSON.numberNode(Long.parseLong(digits));
        }
        return value.isEmpty() ? JSON.nullNode() : JSON.textNode(value);
    }

    /** The options that are chosen. */
    public ArrayNode list(String field) {
        ArrayNode list = JSON.arrayNode();
        all(field).forEach(list::add);
        return list;
    }

    /** Whether a box is checked. */
    public JsonNode checked(String field) {
        return JSON.booleanNode(values.containsKey(field));
    }
}
