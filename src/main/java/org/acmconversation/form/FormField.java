package org.acmconversation.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acmconversation.model.FormPattern;
import org.jspecify.annotations.Nullable;

/**
 * A field of a Camunda Form with its validation rules.
 *
 * @param key name of the variable that it fills
 * @param label displayed label
 * @param type component type of form-js, such as {@code textfield}
 * @param dateOnly whether a {@code datetime} has no time of day
 * @param noPast whether a {@code datetime} must be in the future
 * @param options the options by value, with their labels; empty if there are none or {@code optionsExpression} returns
 *     them
 * @param optionsExpression FEEL expression for the options, or null
 * @param hideExpressions FEEL expressions that hide the field, including those of its groups
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

    /** Maximum length of a text variable in the engine. */
    private static final int MAX_TEXT_LENGTH = 4000;

    /**
     * Reads a field.
     *
     * @param hiddenGroups FEEL expressions that hide the field's groups
     * @throws UnreadableRuleException if the server cannot evaluate its pattern or a limit of a number
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
                Math.min(rules.path("maxLength").asInt(MAX_TEXT_LENGTH), MAX_TEXT_LENGTH),
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

    /** Returns the expression without the leading equals sign. */
    private static @Nullable String feel(JsonNode node, String name) {
        String expression = text(node, name);
        return expression == null || expression.isBlank()
                ? null
                : expression.strip().replaceFirst("^=", "");
    }
}
