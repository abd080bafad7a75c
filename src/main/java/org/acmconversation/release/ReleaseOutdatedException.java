package org.acmconversation.release;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Another release became active in the meantime: 409. */
class ReleaseOutdatedException extends ProblemException {

    ReleaseOutdatedException(long number, long active) {
        super(
                HttpStatus.CONFLICT,
                "release-outdated",
                "Release %d became active after draft %d was based on another one. Create a draft based on release %d."
                        .formatted(active, number, active));
    }

    /** For a release that is no longer the active one. */
    static ReleaseOutdatedException replaced(long number) {
        return new ReleaseOutdatedException(
                "Release %d is no longer active. Only the active release can be rolled back or migrated to."
                        .formatted(number));
    }

    private ReleaseOutdatedException(String detail) {
        super(HttpStatus.CONFLICT, "release-outdated", detail);
    }
}
