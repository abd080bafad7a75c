package org.acmconversation.form;

import static org.acmconversation.text.SpanishTexts.SPANISH;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.acmconversation.engine.task.CompletionListener;
import org.acmconversation.engine.task.Submission;
import org.acmconversation.formanswer.Answer;
import org.acmconversation.formanswer.Answers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Stores submitted answers as the person saw them: labels of options, and dates and numbers in Spanish format. */
@Component
class AnswerRecorder implements CompletionListener {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d 'de' MMMM 'de' uuuu", SPANISH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE, d 'de' MMMM 'de' uuuu, HH:mm '(UTC'xxx')'", SPANISH);

    private final ObjectProvider<Answers> answers;
    private final MessageSource messages;
    private final FormSchemas schemas = new FormSchemas();

    /** @param answers lazy, because they are created after the engine, with which they share the database */
    AnswerRecorder(ObjectProvider<Answers> answers, MessageSource messages) {
        this.answers = answers;
        this.messages = messages;
    }

    @Override
    public void accepted(Submission submission) {
        submission
                .businessKey()
                .ifPresent(key -> answers.getObject().record(key, submission.taskId(), answers(submission)));
    }

    /** Returns the answers in the form's order; hidden fields are not submitted. */
    private List<Answer> answers(Submission submission) {
        var expressions = new FormExpressions(submission);
        Set<String> submitted = submission.names();
        List<Answer> answers = new ArrayList<>();
        for (FormField field : schemas.of(submission.form()).fields()) {
            if (submitted.contains(field.key())) {
                Object value = submission.value(field.key());
                Map<String, String> options = expressions.options(field);
                answers.add(new Answer(field.key(), field.label(), value, shown(field, value, options)));
            }
        }
        return answers;
    }

    private String shown(FormField field, @Nullable Object value, Map<String, String> options) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean checked) {
            return messages.getMessage(checked ? "form.yes" : "form.no", null, SPANISH);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(element -> options.getOrDefault(String.valueOf(element), String.valueOf(element)))
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof Number number) {
            return NumberFormat.getInstance(SPANISH).format(number);
        }
        String text = String.valueOf(value);
        return field.type().equals("datetime") && !text.isEmpty() ? date(text) : options.getOrDefault(text, text);
    }

    private static String date(String text) {
        return text.contains("T")
                ? OffsetDateTime.parse(text).format(MOMENT)
                : LocalDate.parse(text).format(DAY);
    }
}
