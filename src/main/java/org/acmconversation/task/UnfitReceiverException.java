package org.acmconversation.task;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The receiver of a task is none of its candidates: 409. */
public class UnfitReceiverException extends ProblemException {

    public UnfitReceiverException() {
        super(HttpStatus.CONFLICT, "unfit-receiver", "The receiver is none of the task's candidates.");
    }
}
