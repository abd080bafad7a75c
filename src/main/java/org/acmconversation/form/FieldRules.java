package org.acmconversation.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.acmconversation.problem.StorableText;
import org.acmconversation.problem.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Validates a field's value.
 *
 * @param options the values of the options
 * @param now the current time, for dates that must be in the future
 */
record FieldRules(FormField field, List<String> options, Instant now) {

    /** Other years are typing errors, and the engine cannot parse all of them. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2199;

    /** A day has passed when it has passed in every time zone. */
    private static final OffsetTime LAST_MOMENT = LocalTime.MAX.atOffset(ZoneOffset.ofHours(-12));

    /**
     * A violated rule.
     *
     * @param message key in the message bundle
     * @param arguments the message's arguments
     */
    record Violation(String message, Object... arguments) {

        static Optional<Violation> of(String message, Object... arguments) {
            return Optional.of(new Violation(message, arguments));
        }
    }

    /** Returns the first violated rule, if any. */
    Optional<Violation> violation(@Nullable Object value, boolean required) {
        return switch (field.type()) {
            // A form always sends a checkbox, so a missing one was not answered.
            case "checkbox" -> value instanceof Boolean ? Optional.empty() : Violation.of("form.boolean");
            case "checklist", "taglist" -> list(value, required);
            case "number" -> number(value, required);
            case "datetime" -> dateTime(value, required);
            default -> text(value, required);
        };
    }

    private Optional<Violation> text(@Nullable Object value, boolean required) {
        if (value == null || value instanceof String blank && VisibleText.isBlank(blank)) {
            return required ? Violation.of("form.required") : Optional.empty();
        }
        if (!(value instanceof String text)) {
            return Violation.of("form.text");
        }
        boolean isChoice = field.type().equals("radio") || field.type().equals("select");
        if (isChoice && !options.contains(text)) {
            return Violation.of("form.option", String.join(", ", options));
        }
        int length = SubmittedValue.stored(text).length();
        if (length < field.minLength()) {
            return Violation.of("form.short", field.minLength());
        }
        if (length > field.maxLength()) {
            return Violation.of("form.long", field.maxLength());
        }
        if (field.pattern() != null && !field.pattern().isFoundIn(text)) {
            return Violation.of("form.pattern", field.pattern().source());
        }
        return StorableText.isStorable(text) ? Optional.empty() : Violation.of("form.characters");
    }

    private Optional<Violation> list(@Nullable Object value, boolean required) {
        if (value == null) {
            return required ? Violation.of("form.required") : Optional.empty();
        }
        if (!(value instanceof List<?> list)) {
            return Violation.of("form.list", String.join(", ", options));
        }
        if (list.isEmpty() && required) {
            return Violation.of("form.required");
        }
        if (!new HashSet<>(options).containsAll(list)) {
            return Violation.of("form.option", String.join(", ", options));
        }
        return new HashSet<>(list).size() == list.size() ? Optional.empty() : Violation.of("form.repeated");
    }

    private Optional<Violation> number(@Nullable Object value, boolean required) {
        if (value == null) {
            return required ? Violation.of("form.required") : Optional.empty();
        }
        return value instanceof Number number ? field.numbers().violation(number) : Violation.of("form.number");
    }

    private Optional<Violation> dateTime(@Nullable Object value, boolean required) {
        if (value == null || "".equals(value)) {
            return required ? Violation.of("form.required") : Optional.empty();
        }
        if (!(value instanceof String text)) {
            return Violation.of(field.dateOnly() ? "form.date" : "form.dateTime");
        }
        try {
            // Other clients may send a time, too, where the form has only a date.
            OffsetDateTime time = field.dateOnly() && !text.contains("T")
                    ? LocalDate.parse(text).atTime(LAST_MOMENT)
                    : OffsetDateTime.parse(text);
            if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
                return Violation.of("form.year", FIRST_YEAR, LAST_YEAR);
            }
            return field.noPast() && !time.toInstant().isAfter(now) ? Violation.of("form.past") : Optional.empty();
        } catch (DateTimeException e) {
            return Violation.of(field.dateOnly() ? "form.date" : "form.dateTime");
        }
    }
}
