package org.acmconversation.form;

import static org.acmconversation.text.SpanishTexts.SPANISH;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.acmconversation.engine.task.CompletionCheck;
import org.acmconversation.engine.task.Submission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Validates submitted forms against the form's own rules, whatever client sends them. */
@Component
class FormCheck implements CompletionCheck {

    private static final Logger log = LoggerFactory.getLogger(FormCheck.class);

    private final MessageSource messages;
    private final Clock clock;
    private final FormSchemas schemas = new FormSchemas();

    FormCheck(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public List<String> check(Submission submission) {
        try {
            return check(schemas.of(submission.form()), submission);
        } catch (UnreadableRuleException e) {
            log.warn("Task {} cannot be completed: {}", submission.taskDefinitionKey(), e.getMessage());
            return List.of(message("form.unreadable", e.rule()));
        }
    }

    private List<String> check(FormSchema schema, Submission submission) {
        var expressions = new FormExpressions(submission);
        List<String> errors = new ArrayList<>();
        Set<String> hidden = new HashSet<>();
        for (FormField field : schema.fields()) {
            if (expressions.isHidden(field)) {
                hidden.add(field.key());
                continue;
            }
            List<String> options = List.copyOf(expressions.options(field).keySet());
            var rules = new FieldRules(field, options, clock.instant());
            rules.violation(submission.value(field.key()), field.required())
                    .ifPresent(violation -> errors.add("%s (%s): %s"
                            .formatted(
                                    field.key(), field.label(), message(violation.message(), violation.arguments()))));
        }
        for (String name : submission.names()) {
            if (submission.isTransient(name)) {
                errors.add(name + ": " + message("form.transient"));
            }
            if (schema.fields().stream().noneMatch(field -> field.key().equals(name))) {
                errors.add(name + ": " + message("form.unknown"));
            }
        }
        // form-js does the same before it submits.
        submission.remove(hidden);
        for (String name : submission.names()) {
            if (submission.value(name) instanceof String text) {
                submission.replace(name, SubmittedValue.stored(text));
            }
        }
        return errors;
    }

    private String message(String code, Object... arguments) {
        return messages.getMessage(code, arguments, SPANISH);
    }
}
