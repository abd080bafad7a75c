package org.acmconversation.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acmconversation.engine.task.Submission;
import org.jspecify.annotations.Nullable;

/** Evaluates a form's FEEL expressions for a submission. */
record FormExpressions(Submission submission) {

    boolean isHidden(FormField field) {
        return field.hideExpressions().stream().anyMatch(expression -> Boolean.TRUE.equals(evaluate(expression)));
    }

    /**
     * Returns the options by value, with their labels; empty for a field without options.
     *
     * @throws UnreadableRuleException if the options' expression does not return a list
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
