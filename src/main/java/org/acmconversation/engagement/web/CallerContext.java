package org.acmconversation.engagement.web;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What other threads need to work for a request: its caller, its address, which the audit trail keeps, and its trace.
 * Good for as long as the request lasts.
 *
 * @see <a href="https://docs.micrometer.io/context-propagation/reference/">Micrometer Context Propagation</a>
 */
class CallerContext {

    // Spring Security and Micrometer bring the accessors of their own along.
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

    /** That of this thread's request; what is wrapped with it is done for whoever sent it. */
    static ContextSnapshot ofRequest() {
        return SNAPSHOTS.captureAll();
    }
}
