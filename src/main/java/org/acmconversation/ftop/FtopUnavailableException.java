package org.acmconversation.ftop;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.acmconversation.engine.Retriable;

/**
 * FTOP gave no dependable answer. The job that asked is retried and becomes an incident when that does not help. Unless
 * FTOP was not asked at all, the work may have been done.
 */
public class FtopUnavailableException extends RuntimeException implements Retriable {

    private static final ResourceBundle MESSAGES = ResourceBundle.getBundle("messages/ftop", Locale.ROOT);

    /** What went wrong. */
    public enum Kind {
        /** No connection, or it broke before the answer was complete. */
        UNREACHABLE,
        /** No complete answer in time. */
        TIMED_OUT,
        /** FTOP says that it has too much to do. */
        OVERLOADED,
        /** FTOP says that it failed. */
        FAILED,
        /** An answer that is not what was agreed upon. */
        NOT_UNDERSTOOD,
        /** FTOP does not know this service: its credentials or their token are not accepted. */
        UNAUTHORIZED,
        /** FTOP is spared the call, since too many have failed or are still under way. */
        NOT_ASKED
    }

    private final Kind kind;
    private final Duration retryAfter;

    /**
     * @param message what was tried and what came of it
     * @param cause what went wrong, if anything was thrown
     */
    public FtopUnavailableException(Kind kind, String message, Throwable cause) {
        this(kind, message, null, cause);
    }

    /**
     * @param message what was tried and what came of it
     * @param retryAfter when asking again makes sense; null if nobody knows
     * @param cause what went wrong, if anything was thrown
     */
    public FtopUnavailableException(Kind kind, String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** How long to wait before asking again makes sense, where that is known. */
    @Override
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** A call that was never made is none that failed. */
    @Override
    public boolean countsAsTry() {
        return wasCalled();
    }

    @Override
    public String explanation() {
        return explanation(kind);
    }

    static String explanation(Kind kind) {
        return MESSAGES.getString("ftop." + kind);
    }

    /** Whether FTOP was asked, and so may have done the work. */
    public boolean wasCalled() {
        return kind != Kind.NOT_ASKED;
    }
}
