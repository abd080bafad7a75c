package org.acmconversation.release;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** A published release cannot be changed: 409. */
class ReleaseNotDraftException extends ProblemException {

    ReleaseNotDraftException(long number) {
        super(
                HttpStatus.CONFLICT,
                "release-not-draft",
                "Release %d was published and does not change. Create a draft based on it.".formatted(number));
    }
}
