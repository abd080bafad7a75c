package org.acmconversation.engagement;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The conversation with the customer has already taken place: 409. */
public class ConversationAlreadyHeldException extends ProblemException {

    public ConversationAlreadyHeldException() {
        super(
                HttpStatus.CONFLICT,
                "conversation-held",
                "The conversation has taken place and can no longer be rescheduled.");
    }
}
