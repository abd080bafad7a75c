package org.acmconversation.release;

import java.util.List;
import java.util.Map;
import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** A draft that cannot be published as it is: 409, with all reasons. */
public class ReleaseNotReadyException extends ProblemException {

    private final List<String> blockers;

    /** @param blockers sentences for analysts, in Spanish; at least one */
    ReleaseNotReadyException(List<String> blockers) {
        super(HttpStatus.CONFLICT, "release-not-ready", "The release cannot be published; blockers says why.");
        this.blockers = List.copyOf(blockers);
    }

    ReleaseNotReadyException(List<String> blockers, Throwable cause) {
        this(blockers);
        initCause(cause);
    }

    /** The reasons, in Spanish. */
    public List<String> blockers() {
        return blockers;
    }

    /** With what the engine said, if it refused the models. */
    @Override
    protected Map<String, Object> properties() {
        return getCause() == null
                ? Map.of("blockers", blockers)
                : Map.of(
                        "blockers",
                        blockers,
                        "details",
                        String.valueOf(getCause().getMessage()));
    }
}
