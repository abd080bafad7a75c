package org.acmconversation.operations;

import java.util.UUID;
import org.slf4j.MDC;

/** What every line of the log says beside its message. In jobs and commands the engine adds it, with ids of its own. */
public final class LogContext {

    /** Names the engagement that a line is about. */
    public static final String ENGAGEMENT_ID = "engagementId";

    private LogContext() {}

    /** Until it is closed, this thread's lines are about an engagement. */
    public static MDC.MDCCloseable about(UUID engagementId) {
        return MDC.putCloseable(ENGAGEMENT_ID, engagementId.toString());
    }
}
