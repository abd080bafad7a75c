package org.acmconversation.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A component of a form, with its file. */
record FormComponent(String file, JsonNode json) {

    /** Component types that the server can validate; see the module {@code form}. */
    private static final Set<String> INPUT = Set.of(
            "textfield", "textarea", "number", "checkbox", "checklist", "taglist", "radio", "select", "datetime");

    private static final Set<String> DISPLAY =
            Set.of("text", "html", "separator", "spacer", "group", "image", "button");

    /** Returns all components, including those in groups. */
    static List<FormComponent> all(ModelFiles.FormFile form) {
        List<FormComponent> components = new ArrayList<>();
        collect(form.name(), form.content(), components);
        return components;
    }

    private static void collect(String file, JsonNode parent, List<FormComponent> components) {
        for (JsonNode component : parent.path("components")) {
            components.add(new FormComponent(file, component));
            collect(file, component, components);
        }
    }

    void report(Report report, String message, Object... arguments) {
        String label = text("label").isEmpty() ? text("dateLabel") : text("label");
        report.add(file, text("id"), label, message, arguments);
    }

    String type() {
        return text("type");
    }

    String key() {
        return text("key");
    }

    String text(String property) {
        return json.path(property).asText("").strip();
    }

    JsonNode rule(String name) {
        return json.path("validate").path(name);
    }

    boolean takesInput() {
        return INPUT.contains(type());
    }

    boolean isSupported() {
        return takesInput() || DISPLAY.contains(type());
    }

    static List<String> supported() {
        List<String> types = new ArrayList<>(INPUT);
        types.addAll(DISPLAY);
        return types;
    }
}
