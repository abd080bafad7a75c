package org.acmconversation.operations;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Traces an engagement through its request, jobs and calls: work started with {@link #continueTrace} belongs to the
 * trace of the request, however much later it runs. Without tracing, only the work is done.
 */
public class Traces {

    /** The setting that enables tracing; without it no spans are created, and nothing is stored or sent. */
    public static final String ENABLED = "management.tracing.enabled";

    private static final String TRACEPARENT = "traceparent";

    private final Tracer tracer;
    private final Propagator propagator;

    Traces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** Returns an instance that does not trace. */
    public static Traces off() {
        return new Traces(Tracer.NOOP, Propagator.NOOP);
    }

    /** Returns the W3C traceparent for the next system or job. */
    public Optional<String> traceparent() {
        return Optional.ofNullable(headers().get(TRACEPARENT));
    }

    /** Returns the tracing headers for a call. */
    public Map<String, String> headers() {
        Span span = tracer.currentSpan();
        if (span == null) {
            return Map.of();
        }
        var headers = new HashMap<String, String>();
        propagator.inject(span.context(), headers, Map::put);
        return headers;
    }

    /**
     * Runs work as part of an earlier trace.
     *
     * @param traceparent the trace to continue; null starts a new one
     * @param name span name
     */
    public void continueTrace(@Nullable String traceparent, String name, Runnable work) {
        Map<String, String> origin = traceparent == null ? Map.of() : Map.of(TRACEPARENT, traceparent);
        Span.Builder span = propagator.extract(origin, Map::get).kind(Span.Kind.CONSUMER);
        within(span.name(name).start(), () -> {
            work.run();
            return null;
        });
    }

    /** Calls another system; pass {@link #headers} along. */
    public <T> T call(String name, Supplier<T> work) {
        return within(tracer.spanBuilder().kind(Span.Kind.CLIENT).name(name).start(), work);
    }

    private <T> T within(Span span, Supplier<T> work) {
        try (var ignored = tracer.withSpan(span)) {
            return work.get();
        } catch (RuntimeException failure) {
            // Not the message, which may contain personal data.
            span.tag("error", failure.getClass().getSimpleName());
            throw failure;
        } finally {
            span.end();
        }
    }
}
