package org.acmconversation.engagement;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The conversation with the customer is not scheduled yet: 409. */
public class ConversationNotScheduledException extends ProblemException {

    public ConversationNotScheduledException() {
        super(
                HttpStatus.CONFLICT,
                "conversation-not-scheduled",
                "The conversation has no time yet. Complete the task scheduleConversation with one.");
    }
}
