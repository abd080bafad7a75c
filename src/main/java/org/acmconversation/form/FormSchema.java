package org.acmconversation.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The input fields of a Camunda Form.
 *
 * @param fields in the form's order, including those in groups
 */
record FormSchema(List<FormField> fields) {

    /** Components of form-js without input. */
    private static final Set<String> DISPLAY =
            Set.of("text", "html", "image", "separator", "spacer", "button", "group", "iframe", "table");

    private static final ObjectMapper JSON = new ObjectMapper();

    static FormSchema parse(byte[] form) {
        List<FormField> fields = new ArrayList<>();
        try {
            collect(JSON.readTree(form), List.of(), fields);
        } catch (IOException e) {
            throw new UncheckedIOException("A deployed form is not JSON", e);
        }
        return new FormSchema(List.copyOf(fields));
    }

    private static void collect(JsonNode parent, List<String> hidden, List<FormField> fields) {
        for (JsonNode component : parent.path("components")) {
            boolean takesInput = component.hasNonNull("key")
                    && !DISPLAY.contains(component.path("type").asText())
                    && !component.path("disabled").asBoolean(false);
            if (takesInput) {
                fields.add(FormField.of(component, hidden));
            }
            collect(component, FormField.hideExpressions(component, hidden), fields);
        }
    }
}
