package org.acmconversation.ftop.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Supplier;
import org.acmconversation.ftop.FtopRefusedException;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.operations.Traces;

/** Measures calls to FTOP by operation and outcome, and adds them to the trace. */
class MeasuredCalls {

    private final CallGuard guard;
    private final Traces traces;
    private final MeterRegistry meters;

    MeasuredCalls(CallGuard guard, Traces traces, MeterRegistry meters) {
        this.guard = guard;
        this.traces = traces;
        this.meters = meters;
        for (CircuitBreaker.State state : CallGuard.STATES) {
            Gauge.builder("acm.ftop.circuit", guard, calls -> calls.state() == state ? 1 : 0)
                    .description("1 for the current state of this node's FTOP circuit breaker, 0 for the others")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }

    /**
     * Makes a call, if the guard permits it.
     *
     * @param operation the operation, as one word
     */
    <T> T call(String operation, Supplier<T> call) {
        Timer.Sample time = Timer.start(meters);
        String outcome = "FAILED";
        try {
            T answer = traces.call("FTOP " + operation, () -> guard.call(call));
            outcome = "COMPLETED";
            return answer;
        } catch (FtopRefusedException refusal) {
            outcome = "REFUSED";
            throw refusal;
        } catch (FtopUnavailableException failure) {
            outcome = failure.kind().name();
            throw failure;
        } finally {
            time.stop(Timer.builder("acm.ftop.calls")
                    .description("Calls to FTOP")
                    .tags("operation", operation, "outcome", outcome.toLowerCase(Locale.ROOT))
                    .register(meters));
        }
    }
}
