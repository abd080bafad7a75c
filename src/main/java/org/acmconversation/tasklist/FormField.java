package org.acmconversation.tasklist;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acmconversation.model.FormPattern;
import org.jspecify.annotations.Nullable;

/**
 * A field of a Camunda Form and the rules that the form gives it.
 *
 * @param key name of the variable that it fills
 * @param label what the person sees
 * @param type component type of form-js, such as {@code textfield}
 * @param dateOnly whether a {@code datetime} asks for a date alone
 * @param noPast whether a {@code datetime} must lie ahead
 * @param options the values to choose from, each with its label; empty where there is no choice or
 *     {@code optionsExpression} gives them
 * @param optionsExpression FEEL expression for the options, or null
 * @param hideExpressions FEEL expressions for when the field is hidden, its own and those of the groups around it
 * @see <a href="https://docs.camunda.org/manual/7.24/reference/forms/camunda-forms/">Camunda Forms</a>
 */
record FormField(
        String key,
        String label,
        String type,
        boolean required,
        int minLength,
        int maxLength,
        @Nullable FormPattern pattern,
        NumberRules numbers,
        boolean dateOnly,
        boolean noPast,
        Map<String, String> options,
        @Nullable String optionsExpression,
        List<String> hideExpressions) {

    /** The engine stores no longer text in a variable. */
    private static final int LONGEST_TEXT = 4000;

    /**
     * Reads a field.
     *
     * @param hiddenGroups FEEL expressions for when the groups around it are hidden
     * @throws UnreadableRuleException if the server cannot check its pattern, or a bound of a number
     */
    static FormField of(JsonNode component, List<String> hiddenGroups) {
        JsonNode rules = component.path("validate");
        Map<String, String> options = new LinkedHashMap<>();
        component
                .path("values")
                .forEach(option -> options.put(
                        option.path("value").asText(), option.path("label").asText()));
        return new FormField(
                component.path("key").asText(),
                Optional.ofNullable(text(component, "label"))
                        .or(() -> Optional.ofNullable(text(component, "dateLabel")))
                        .orElse(component.path("key").asText()),
                component.path("type").asText(),
                rules.path("required").asBoolean(false),
                rules.path("minLength").asInt(0),
                Math.min(rules.path("maxLength").asInt(LONGEST_TEXT), LONGEST_TEXT),
                pattern(rules.path("pattern").asText("")),
                NumberRules.of(component),
                "date".equals(component.path("subtype").asText()),
                component.path("disallowPassedDates").asBoolean(false),
                options,
                feel(component, "valuesExpression"),
                hideExpressions(component, hiddenGroups));
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.path(name).asText() : null;
    }

    private static @Nullable FormPattern pattern(String text) {
        return text.isEmpty() ? null : FormPattern.of(text).orElseThrow(() -> new UnreadableRuleException(text));
    }

    static List<String> hideExpressions(JsonNode component, List<String> hiddenGroups) {
        List<String> expressions = new ArrayList<>(hiddenGroups);
        Optional.ofNullable(feel(component.path("conditional"), "hide")).ifPresent(expressions::add);
        return List.copyOf(expressions);
    }

    /** The expression without the sign that tells it from a text. */
    private static @Nullable String feel(JsonNode node, String name) {
        String expression = text(node, name);
        return expression == null || expression.isBlank()
                ? null
                : expression.strip().replaceFirst("^=", "");
    }
}
