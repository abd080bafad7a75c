package org.acmconversation.problem;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A request that the API rejects, with the data for its problem document.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
 */
public abstract class ProblemException extends RuntimeException {

    private final HttpStatus status;
    private final String type;

    /**
     * @param status status of the response
     * @param type last segment of the problem type; must not change, since clients depend on it
     * @param detail a sentence for the caller, without personal data
     */
    protected ProblemException(HttpStatus status, String type, String detail) {
        super(detail);
        this.status = status;
        this.type = type;
    }

    /** Status of the response. */
    public HttpStatus status() {
        return status;
    }

    /** Last segment of the problem type. */
    public String type() {
        return type;
    }

    /** How long the caller should wait before retrying, for a 503. */
    protected Duration retryAfter() {
        return Outage.RETRY_AFTER;
    }

    /** Further members of the problem document. */
    protected Map<String, Object> properties() {
        return Map.of();
    }
}
