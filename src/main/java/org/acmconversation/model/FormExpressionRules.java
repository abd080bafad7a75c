package org.acmconversation.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.acmconversation.engine.feel.FeelSyntax;

/** Expressions of form components are valid FEEL, and the server knows where a component's data goes. */
class FormExpressionRules {

    private final FeelSyntax feel = new FeelSyntax();

    void check(FormComponent component, Report report) {
        expressions(component.json()).stream()
                .filter(expression -> !feel.isExpression(expression.substring(1)))
                .forEach(expression -> component.report(report, "field.feel", expression));
        String options = component.text("valuesExpression");
        if (options.startsWith("=") && feel.isSingleValue(options.substring(1))) {
            component.report(report, "field.optionsExpression", options);
        }
        String hide =
                component.json().path("conditional").path("hide").asText("").strip();
        if (!hide.isEmpty() && !hide.startsWith("=")) {
            component.report(report, "field.condition", hide);
        }
        if (!component.text("path").isEmpty()) {
            component.report(report, "field.path", component.text("path"));
        }
    }

    /** Returns all properties that are expressions, without those of nested components. */
    private static List<String> expressions(JsonNode json) {
        List<String> expressions = new ArrayList<>();
        json.properties().stream()
                .filter(property -> !property.getKey().equals("components"))
                .forEach(property -> expressions.addAll(expressions(property.getValue())));
        if (json.isArray()) {
            json.forEach(element -> expressions.addAll(expressions(element)));
        } else if (json.isTextual() && json.textValue().startsWith("=")) {
            expressions.add(json.textValue());
        }
        return expressions;
    }
}
