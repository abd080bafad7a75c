package org.acmconversation.engagement;

import java.time.Duration;
import org.acmconversation.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** An administrator has suspended a process, so it cannot be started or changed until it is activated again. */
public class ConversationSuspendedException extends ProblemException {

    private ConversationSuspendedException(HttpStatus status, String detail, @Nullable Throwable cause) {
        super(status, "conversation-suspended", detail);
        initCause(cause);
    }

    /** The engagement's process instance is suspended: 409. */
    public static ConversationSuspendedException instance(@Nullable Throwable cause) {
        return new ConversationSuspendedException(
                HttpStatus.CONFLICT,
                "The engagement's process is suspended. Ask an administrator to activate it, then retry.",
                cause);
    }

    /** The process definition is suspended, and no engagement can start: 503. */
    public static ConversationSuspendedException model(@Nullable Throwable cause) {
        return new ConversationSuspendedException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The process model is suspended. Ask an administrator to activate it, then retry.",
                cause);
    }

    /** Long, because an administrator has to act first. */
    @Override
    protected Duration retryAfter() {
        return Duration.ofMinutes(5);
    }
}
