package org.acmconversation.ftop.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.ftop.FtopUnavailableException.Kind;
import org.acmconversation.outbound.RetryAfter;

/** What statuses mean that are neither a success nor a refusal. */
class Failures {

    /** Whoever asks for more is most likely mistaken. */
    private static final Duration MAX_RETRY_AFTER = Duration.ofHours(1);

    private Failures() {}

    /**
     * The exception for a status.
     *
     * @param who answered
     * @param retryAfter the header of this name, or null
     */
    static FtopUnavailableException unavailable(String who, int status, String retryAfter) {
        String message = "%s answered %d".formatted(who, status);
        Kind kind = switch (status) {
            case 429, 503 -> Kind.OVERLOADED;
            case 401 -> Kind.UNAUTHORIZED;
            case 408 -> Kind.FAILED;
            default -> status >= 500 ? Kind.FAILED : Kind.NOT_UNDERSTOOD;
        };
        return new FtopUnavailableException(kind, message, retryAfter(retryAfter, Instant.now()), null);
    }

    /** How long to wait, an hour at most; null if the header does not say. */
    static Duration retryAfter(String header, Instant now) {
        return Optional.ofNullable(header)
                .flatMap(text -> RetryAfter.read(text, now))
                .map(wait -> wait.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : wait)
                .orElse(null);
    }
}
