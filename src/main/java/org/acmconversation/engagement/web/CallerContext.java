package org.acmconversation.engagement.web;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Propagates a request's context to other threads: the caller, the client address for the audit trail, and the trace.
 * Valid for the duration of the request.
 *
 * @see <a href="https://docs.micrometer.io/context-propagation/reference/">Micrometer Context Propagation</a>
 */
class CallerContext {

    // Spring Security and Micrometer register their own accessors.
    private static final ContextSnapshotFactory SNAPSHOTS = ContextSnapshotFactory.builder()
            .contextRegistry(new ContextRegistry()
                    .loadThreadLocalAccessors()
                    .registerThreadLocalAccessor(
                            "request",
                            RequestContextHolder::getRequestAttributes,
                            RequestContextHolder::setRequestAttributes,
                            RequestContextHolder::resetRequestAttributes))
            .clearMissing(true)
            .build();

    private CallerContext() {}

    /** Captures the context of the current request. */
    static ContextSnapshot ofRequest() {
        return SNAPSHOTS.captureAll();
    }
}
