package org.acmconversation.problem;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** Collects the errors in a request's query parameters, so that the response lists all of them. */
public class ParameterErrors {

    private static final int MAX_PAGE_SIZE = 200;

    private final List<FieldError> errors = new ArrayList<>();

    /** Adds an error. */
    public ParameterErrors add(String parameter, String message) {
        errors.add(new FieldError(parameter, message));
        return this;
    }

    /**
     * Adds an error for each parameter whose value does not fit its type in the bound record.
     *
     * @param type the record
     */
    public ParameterErrors addAll(BindingResult parameters, Class<?> type) {
        Map<String, Class<?>> types = Arrays.stream(type.getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getType));
        parameters
                .getFieldErrors()
                .forEach(error -> add(error.getField(), "must be " + expected(types.get(error.getField()))));
        return this;
    }

    /** Describes the values of a type. */
    static String expected(@Nullable Class<?> type) {
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type != null && type.isEnum()) {
            return "one of "
                    + String.join(
                            ", ",
                            List.of(type.getEnumConstants()).stream()
                                    .map(Object::toString)
                                    .toList());
        }
        if (type == Instant.class) {
            return "a time such as 2026-01-31T08:00:00Z, or a date such as 2026-01-31";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-01-31";
        }
        return "a whole number";
    }

    /** Checks a text that may be null. */
    public ParameterErrors checkText(String parameter, @Nullable String text, int maxLength) {
        if (text != null && VisibleText.length(text) > maxLength) {
            add(parameter, "must have at most " + maxLength + " characters");
        } else if (text != null && !StorableText.isStorable(text)) {
            add(parameter, StorableText.MESSAGE);
        }
        return this;
    }

    /** Checks the parameters {@code page} and {@code size} of a list. */
    public ParameterErrors checkPage(int page, int size) {
        if (page < 0) {
            add("page", "must be at least 0");
        }
        if (size < 1 || size > MAX_PAGE_SIZE) {
            add("size", "must be from 1 to " + MAX_PAGE_SIZE);
        }
        return this;
    }

    /** @throws InvalidRequestException if there are any */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
    }
}
