package org.acmconversation.problem;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** A request with missing, unknown or invalid fields: 400, listing each of them. */
public class InvalidRequestException extends ProblemException {

    private final List<FieldError> errors;

    /** @param errors at least one */
    public InvalidRequestException(List<FieldError> errors) {
        super(HttpStatus.BAD_REQUEST, "invalid-request", "The request has missing or invalid fields.");
        this.errors = List.copyOf(errors);
    }

    /** A request with one invalid field. */
    public InvalidRequestException(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    /** Returns the errors, in the order of the request's fields. */
    public List<FieldError> errors() {
        return errors;
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of("errors", errors);
    }
}
