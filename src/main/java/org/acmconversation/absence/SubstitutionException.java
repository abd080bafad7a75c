package org.acmconversation.absence;

import java.util.List;
import java.util.Map;
import org.acmconversation.problem.FieldError;
import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Somebody cannot substitute, because of other absences: 409. */
class SubstitutionException extends ProblemException {

    private final FieldError error;

    SubstitutionException(String type, String message) {
        super(HttpStatus.CONFLICT, type, "The substitute " + message + ".");
        this.error = new FieldError("substitute", message);
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of("errors", List.of(error));
    }
}
