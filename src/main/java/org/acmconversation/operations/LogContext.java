package org.acmconversation.operations;

import java.util.UUID;
import org.slf4j.MDC;

/** Context of log lines. In jobs and commands the engine adds it, together with its own ids. */
public final class LogContext {

    /** MDC key of the engagement's id. */
    public static final String ENGAGEMENT_ID = "engagementId";

    private LogContext() {}

    /** Adds the engagement's id to this thread's log lines until closed. */
    public static MDC.MDCCloseable about(UUID engagementId) {
        return MDC.putCloseable(ENGAGEMENT_ID, engagementId.toString());
    }
}
