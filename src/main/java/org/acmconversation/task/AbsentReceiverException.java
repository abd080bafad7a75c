package org.acmconversation.task;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acmconversation.absence.Absence;
import org.acmconversation.problem.FieldError;
import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The new assignee is absent: 409, with the day of the return and the substitute. */
class AbsentReceiverException extends ProblemException {

    private final Absence absence;

    AbsentReceiverException(Absence absence) {
        super(
                HttpStatus.CONFLICT,
                "receiver-absent",
                "The receiver is absent. Choose somebody else, or set despiteAbsence.");
        this.absence = absence;
    }

    /** The day of the return. */
    public LocalDate until() {
        return absence.until();
    }

    @Override
    protected Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("errors", List.of(new FieldError("to", "is absent until " + absence.until())));
        properties.put("until", absence.until());
        properties.put("substitute", absence.substitute());
        return properties;
    }
}
