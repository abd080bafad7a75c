package org.acmconversation.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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

    EditedData(ObjectMapper mapper) {
        this.mapper = mapper;
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
     * @throws InvalidRequestException if {@link #written} did not write it
     */
    public <T> Optional<T> read(FormValues values, Class<T> type) {
        String written = values.get(FIELD);
        try {
            return written.isEmpty() ? Optional.empty() : Optional.ofNullable(mapper.readValue(written, type));
        } catch (JsonProcessingException e) {
            throw new InvalidRequestException(FIELD, "must be what the form showed");
        }
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
