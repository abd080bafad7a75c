package org.acmconversation.absence;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.problem.FieldError;
import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The person has another absence on some of the days: 409, with its id. */
class OverlappingAbsenceException extends ProblemException {

    private final Absence other;

    OverlappingAbsenceException(Absence other) {
        super(HttpStatus.CONFLICT, "absence-overlaps", "The person is already absent on some of these days.");
        this.other = other;
    }

    /** The other absence. */
    public UUID other() {
        return other.id();
    }

    @Override
    protected Map<String, Object> properties() {
        return Map.of(
                "id",
                other.id(),
                "errors",
                List.of(new FieldError(
                        "from", "overlaps an absence from %s to %s".formatted(other.from(), other.until()))));
    }
}
