package org.acmconversation.operations;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Follows an engagement through request, jobs and calls: what is started with {@link #goOn} belongs to the trace of the
 * request, however much later it runs. Without tracing all of it does nothing but the work.
 */
public class Traces {

    /** The setting that turns traces on; without it no spans are made, and nothing is kept or sent. */
    public static final String ENABLED = "management.tracing.enabled";

    private static final String TRACEPARENT = "traceparent";

    private final Tracer tracer;
    private final Propagator propagator;

    Traces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** No traces at all. */
    public static Traces off() {
        return new Traces(Tracer.NOOP, Propagator.NOOP);
    }

    /** What the next system, or the next job, needs to go on with the trace: a W3C traceparent. */
    public Optional<String> traceparent() {
        return Optional.ofNullable(headers().get(TRACEPARENT));
    }

    /** What to send along with a call, by the headers' names. */
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
     * Does work of an earlier trace.
     *
     * @param traceparent where it comes from; null starts a trace of its own
     * @param name what the work is called
     */
    public void goOn(String traceparent, String name, Runnable work) {
        Map<String, String> origin = traceparent == null ? Map.of() : Map.of(TRACEPARENT, traceparent);
        Span.Builder span = propagator.extract(origin, Map::get).kind(Span.Kind.CONSUMER);
        within(span.name(name).start(), () -> {
            work.run();
            return null;
        });
    }

    /** Calls another system, which {@link #headers} tell of the trace. */
    public <T> T call(String name, Supplier<T> work) {
        return within(tracer.spanBuilder().kind(Span.Kind.CLIENT).name(name).start(), work);
    }

    private <T> T within(Span span, Supplier<T> work) {
        try (var ignored = tracer.withSpan(span)) {
            return work.get();
        } catch (RuntimeException failure) {
            // Its message may have personal data.
            span.tag("error", failure.getClass().getSimpleName());
            throw failure;
        } finally {
            span.end();
        }
    }
}
