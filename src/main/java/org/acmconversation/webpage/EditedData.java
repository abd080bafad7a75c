package org.acmconversation.webpage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.acmconversation.problem.InvalidRequestException;
import org.springframework.stereotype.Component;

/**
 * The data that a form showed when it was opened. The form carries it in the field {@value #FIELD}, so that a change by
 * somebody else is noticed.
 */
@Component
public class EditedData {

    /** The name of the form's field. */
    public static final String FIELD = "base";

    private final ObjectMapper mapper;
    private final Validator validator;

    EditedData(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /** Returns data as a form carries it. */
    public String written(Object shown) {
        try {
            return mapper.writeValueAsString(shown);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The data of a form could not be serialized", e);
        }
    }

    /**
     * Returns what the form showed; empty if it was opened on an older version.
     *
     * @throws InvalidRequestException if it is not data of this type, or lacks a required field
     */
    public <T> Optional<T> read(FormValues values, Class<T> type) {
        String written = values.get(FIELD);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            T shown = mapper.readValue(written, type);
            if (shown == null || !isComplete(shown)) {
                throw invalid();
            }
            return Optional.of(shown);
        } catch (JsonProcessingException e) {
            throw invalid();
        }
    }

    /** Stored data may violate other constraints, which are newer than it. */
    private boolean isComplete(Object shown) {
        return validator.validate(shown).stream()
                .noneMatch(violation -> violation.getConstraintDescriptor().getAnnotation() instanceof NotNull);
    }

    private static InvalidRequestException invalid() {
        return new InvalidRequestException(FIELD, "must be what the form showed");
    }

    /**
     * Returns the data to save. A form that is submitted twice finds its own change.
     *
     * @param current what is stored now
     * @param shown what the form showed
     * @throws ChangedMeanwhileException if the stored data is neither what the form showed nor what it submits
     */
    public static <T> T replace(T current, Optional<T> shown, T submitted) {
        if (!shown.equals(Optional.of(current)) && !current.equals(submitted)) {
            throw new ChangedMeanwhileException(current);
        }
        return submitted;
    }
}
