package org.acmconversation.tasklist;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.acmconversation.engine.CompletionCheck;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Holds what a form sends to the form's own rules, whatever client sends it: the browser's checks are a courtesy to the
 * person who fills the form in.
 */
@Component
class FormCheck implements CompletionCheck {

    private static final Logger log = LoggerFactory.getLogger(FormCheck.class);

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    private final FormExpressions expressions;
    private final MessageSource messages;
    private final Clock clock;
    private final FormSchemas schemas = new FormSchemas();

    FormCheck(FormExpressions expressions, MessageSource messages, Clock clock) {
        this.expressions = expressions;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<String> check(DelegateTask task, DeployedForm form, VariableMap submitted) {
        try {
            return check(task, schemas.of(form), submitted);
        } catch (UnreadableRuleException e) {
            log.warn("Task {} cannot be completed: {}", task.getTaskDefinitionKey(), e.getMessage());
            return List.of(message("form.unreadable", e.rule()));
        }
    }

    private List<String> check(DelegateTask task, FormSchema schema, VariableMap submitted) {
        List<String> errors = new ArrayList<>();
        Set<String> hidden = new HashSet<>();
        for (FormField field : schema.fields()) {
            if (expressions.isHidden(field, task, submitted)) {
                hidden.add(field.key());
                continue;
            }
            Object value = SubmittedValue.plain(submitted.getValueTyped(field.key()));
            List<String> options =
                    List.copyOf(expressions.options(field, task, submitted).keySet());
            var rules = new FieldRules(field, options, clock.instant());
            rules.violation(value, field.required())
                    .ifPresent(violation -> errors.add("%s (%s): %s"
                            .formatted(
                                    field.key(), field.label(), message(violation.message(), violation.arguments()))));
        }
        for (String name : submitted.keySet()) {
            if (submitted.getValueTyped(name).isTransient()) {
                errors.add(name + ": " + message("form.transient"));
            }
            if (schema.fields().stream().noneMatch(field -> field.key().equals(name))) {
                errors.add(name + ": " + message("form.unknown"));
            }
        }
        // As form-js does before it submits.
        submitted.keySet().removeAll(hidden);
        for (String name : submitted.keySet()) {
            if (SubmittedValue.plain(submitted.getValueTyped(name)) instanceof String text) {
                submitted.putValue(name, SubmittedValue.stored(text));
            }
        }
        return errors;
    }

    private String message(String code, Object... arguments) {
        return messages.getMessage(code, arguments, SPANISH);
    }
}
