package org.acmconversation.engagement;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The model of a running engagement cannot reschedule the conversation: 409. */
public class ReschedulingNotSupportedException extends ProblemException {

    public ReschedulingNotSupportedException() {
        super(
                HttpStatus.CONFLICT,
                "conversation-fixed",
                "The engagement runs with a model that cannot reschedule the conversation. Change the due date of its task conductConversation, or migrate the engagement to a release that can.");
    }
}
