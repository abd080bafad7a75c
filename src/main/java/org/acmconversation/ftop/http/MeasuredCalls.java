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

/** Takes the time of each call to FTOP, by what was asked and what came of it, and makes it a part of the trace. */
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
                    .description("1 for the state that the circuit breaker of calls to FTOP is in on this node")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }

    /**
     * Makes a call, if the guard lets it.
     *
     * @param operation what FTOP is asked for: one word
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
