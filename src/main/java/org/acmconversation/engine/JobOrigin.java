package org.acmconversation.engine;

import java.util.Optional;

/** Knows what a process instance goes back to. */
public interface JobOrigin {

    /** The trace of the request that started it, as a W3C traceparent; empty if none was kept. */
    Optional<String> traceparent(String businessKey);
}
