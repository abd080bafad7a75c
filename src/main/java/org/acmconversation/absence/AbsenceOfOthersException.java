package org.acmconversation.absence;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The caller is not a lead and enters an absence of somebody else: 403. */
class AbsenceOfOthersException extends ProblemException {

    AbsenceOfOthersException() {
        super(HttpStatus.FORBIDDEN, "forbidden", "Only leads may enter absences for others.");
    }
}
