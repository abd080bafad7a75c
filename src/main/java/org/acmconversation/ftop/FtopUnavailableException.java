package org.acmconversation.ftop;

import java.time.Duration;
import java.util.Optional;
import org.acmconversation.engine.job.Retriable;
import org.acmconversation.text.SpanishTexts;
import org.jspecify.annotations.Nullable;

/**
 * FTOP gave no valid response. The job is retried and becomes an incident if retries do not help. FTOP may have
 * processed the request if it was called at all.
 */
public class FtopUnavailableException extends RuntimeException implements Retriable {

    private static final SpanishTexts MESSAGES = SpanishTexts.of("ftop");

    /** Causes. */
    public enum Kind {
        /** No connection, or it was lost before the response was complete. */
        UNREACHABLE,
        /** No complete response in time. */
        TIMED_OUT,
        /** FTOP reported that it is overloaded. */
        OVERLOADED,
        /** FTOP reported an error. */
        FAILED,
        /** The response violates the contract. */
        NOT_UNDERSTOOD,
        /** The credentials or the token were rejected. */
        UNAUTHORIZED,
        /** The call was not made, because the circuit is open or too many calls are in progress. */
        NOT_ASKED
    }

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    /**
     * @param message what happened
     * @param cause the exception, or null
     */
    public FtopUnavailableException(Kind kind, String message, @Nullable Throwable cause) {
        this(kind, message, null, cause);
    }

    /**
     * @param message what happened
     * @param retryAfter delay before a retry makes sense; null if unknown
     * @param cause the exception, or null
     */
    public FtopUnavailableException(
            Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** Returns the delay before a retry makes sense, if known. */
    @Override
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Returns false for a call that was not made. */
    @Override
    public boolean countsAsTry() {
        return wasCalled();
    }

    @Override
    public String explanation() {
        return explanation(kind);
    }

    static String explanation(Kind kind) {
        return MESSAGES.text("ftop." + kind);
    }

    /** Whether FTOP was called and so may have processed the request. */
    public boolean wasCalled() {
        return kind != Kind.NOT_ASKED;
    }
}
