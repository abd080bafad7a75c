package org.acmconversation.tasklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acmconversation.engine.Submission;
import org.jspecify.annotations.Nullable;

/** Evaluates the FEEL expressions of a form with what was submitted. */
record FormExpressions(Submission submission) {

    boolean isHidden(FormField field) {
        return field.hideExpressions().stream().anyMatch(expression -> Boolean.TRUE.equals(evaluate(expression)));
    }

    /**
     * The values to choose from, each with its label; empty where the field offers no choice.
     *
     * @throws UnreadableRuleException if the expression for them gives no list
     */
    Map<String, String> options(FormField field) {
        if (field.optionsExpression() == null) {
            return field.options();
        }
        if (!(evaluate(field.optionsExpression()) instanceof List<?> values)) {
            throw new UnreadableRuleException(field.optionsExpression());
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (Object option : values) {
            boolean hasLabel = option instanceof Map<?, ?> context && context.get("label") != null;
            String value = String.valueOf(option instanceof Map<?, ?> context ? context.get("value") : option);
            options.put(value, hasLabel ? String.valueOf(((Map<?, ?>) option).get("label")) : value);
        }
        return options;
    }

    private @Nullable Object evaluate(String expression) {
        try {
            return submission.evaluate(expression);
        } catch (IllegalArgumentException e) {
            throw new UnreadableRuleException(expression, e);
        }
    }
}
