package org.acmconversation.operations;

import java.util.UUID;
import org.slf4j.MDC;

/** Context of log lines. In jobs and commands the engine adds it, together with its own ids. */
public final class LogContext {

    /** MDC key of the engagement's id. */
    public static final String ENGAGEMENT_ID = "engagementId";

    private LogContext() {}

    /** Ends the context. */
    public interface Scope extends AutoCloseable {

        @Override
        void close();
    }

    /** Adds the engagement's id to this thread's log lines until closed, which restores the previous one. */
    public static Scope about(UUID engagementId) {
        String outer = MDC.get(ENGAGEMENT_ID);
        MDC.put(ENGAGEMENT_ID, engagementId.toString());
        return () -> {
            if (outer == null) {
                MDC.remove(ENGAGEMENT_ID);
            } else {
                MDC.put(ENGAGEMENT_ID, outer);
            }
        };
    }
}
