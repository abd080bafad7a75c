package org.acmconversation.tasklist;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Evaluates the FEEL expressions of forms with what was submitted and, behind it, the variables of the task. */
@Component
class FormExpressions {

    private final ProcessEngine engine;

    FormExpressions(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    boolean isHidden(FormField field, DelegateTask task, VariableMap submitted) {
        return field.hideExpressions().stream()
                .anyMatch(expression -> Boolean.TRUE.equals(evaluate(expression, task, submitted)));
    }

    /**
     * The values to choose from, each with its label; empty where the field offers no choice.
     *
     * @throws UnreadableRuleException if the expression for them gives no list
     */
    Map<String, String> options(FormField field, DelegateTask task, VariableMap submitted) {
        if (field.optionsExpression() == null) {
            return field.options();
        }
        if (!(evaluate(field.optionsExpression(), task, submitted) instanceof List<?> values)) {
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

    private Object evaluate(String expression, DelegateTask task, VariableMap submitted) {
        try {
            return feel().evaluateSimpleExpression(expression, new FormVariables(task, submitted));
        } catch (FeelException e) {
            throw new UnreadableRuleException(expression, e);
        }
    }

    private FeelEngine feel() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDmnEngineConfiguration()
                .getFeelEngine();
    }

    private record FormVariables(DelegateTask task, VariableMap submitted) implements VariableContext {

        /** Null where there is none: a field that was left out is null to the form, too. */
        @Override
        public TypedValue resolve(String name) {
            if (submitted.containsKey(name)) {
                return submitted.getValueTyped(name);
            }
            return task.hasVariable(name) ? task.getVariableTyped(name) : Variables.untypedNullValue();
        }

        @Override
        public boolean containsVariable(String name) {
            return true;
        }

        @Override
        public Set<String> keySet() {
            Set<String> names = new HashSet<>(task.getVariableNames());
            names.addAll(submitted.keySet());
            return names;
        }
    }
}
