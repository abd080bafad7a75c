package org.acmconversation.engagement;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The engagement's personal data was erased, and no new data is accepted: 409. */
public class EngagementErasedException extends ProblemException {

    /** Creates the exception. */
    public EngagementErasedException() {
        super(
                HttpStatus.CONFLICT,
                "engagement-erased",
                "The engagement's personal data was erased. No new data can be added to it.");
    }
}
