package org.acmconversation.contact;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The engagement has no such contact: 404. */
class UnknownContactException extends ProblemException {

    UnknownContactException() {
        super(HttpStatus.NOT_FOUND, "contact-not-found", "The engagement has no such contact.");
    }
}
