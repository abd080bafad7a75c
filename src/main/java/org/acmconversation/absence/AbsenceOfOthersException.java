package org.acmconversation.absence;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The caller enters an absence of somebody else and is neither a lead nor an administrator: 403. */
class AbsenceOfOthersException extends ProblemException {

    AbsenceOfOthersException() {
        super(HttpStatus.FORBIDDEN, "forbidden", "Only leads and administrators may enter absences for others.");
    }
}
