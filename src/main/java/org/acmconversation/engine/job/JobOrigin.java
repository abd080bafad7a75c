package org.acmconversation.engine.job;

import java.util.Optional;

/** Provides the origin of a process instance. */
public interface JobOrigin {

    /** Returns the W3C traceparent of the request that started it; empty if none was stored. */
    Optional<String> traceparent(String businessKey);
}
