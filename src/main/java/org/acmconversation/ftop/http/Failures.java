package org.acmconversation.ftop.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.ftop.FtopUnavailableException.Kind;
import org.acmconversation.outbound.RetryAfter;
import org.jspecify.annotations.Nullable;

/** Maps HTTP statuses that are neither a success nor a refusal. */
class Failures {

    /** A longer {@code Retry-After} is most likely a mistake. */
    private static final Duration MAX_RETRY_AFTER = Duration.ofHours(1);

    private Failures() {}

    /**
     * Creates the exception for a status.
     *
     * @param who the server that responded
     * @param retryAfter the header {@code Retry-After}, or null
     */
    static FtopUnavailableException unavailable(String who, int status, @Nullable String retryAfter) {
        String message = "%s answered %d".formatted(who, status);
        Kind kind = switch (status) {
            case 429, 503 -> Kind.OVERLOADED;
            case 401 -> Kind.UNAUTHORIZED;
            case 408 -> Kind.FAILED;
            default -> status >= 500 ? Kind.FAILED : Kind.NOT_UNDERSTOOD;
        };
        return new FtopUnavailableException(kind, message, retryAfter(retryAfter, Instant.now()), null);
    }

    /** Returns the delay, one hour at most; null if the header is missing or invalid. */
    static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
        return Optional.ofNullable(header)
                .flatMap(text -> RetryAfter.read(text, now))
                .map(wait -> wait.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : wait)
                .orElse(null);
    }
}
