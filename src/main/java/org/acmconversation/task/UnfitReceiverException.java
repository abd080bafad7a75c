package org.acmconversation.task;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The receiver is not a candidate of the task: 409. */
public class UnfitReceiverException extends ProblemException {

    public UnfitReceiverException() {
        super(HttpStatus.CONFLICT, "unfit-receiver", "The receiver is not a candidate of the task.");
    }
}
