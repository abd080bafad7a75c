package org.acmconversation.engagement;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The process instance of a running engagement was deleted: 409. */
public class MissingConversationException extends ProblemException {

    public MissingConversationException() {
        super(
                HttpStatus.CONFLICT,
                "conversation-missing",
                "The engagement's process was deleted. The engagement can only be withdrawn.");
    }
}
