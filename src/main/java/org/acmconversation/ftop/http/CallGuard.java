package org.acmconversation.ftop.http;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.acmconversation.ftop.FtopRefusedException;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.ftop.FtopUnavailableException.Kind;
import org.acmconversation.operations.Traces;
import org.acmconversation.outbound.QuietMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Circuit breaker and concurrency limit for calls to FTOP. They protect FTOP from useless calls and the job executor
 * from blocking all of its threads. Calls are traced, and measured by operation and outcome. This class does not retry;
 * jobs do.
 */
@Component
@ConditionalOnProperty(name = "acm.ftop.adapter", havingValue = "http")
class CallGuard {

    /** The states that a circuit breaker enters by itself. */
    private static final List<CircuitBreaker.State> STATES =
            List.of(CircuitBreaker.State.CLOSED, CircuitBreaker.State.OPEN, CircuitBreaker.State.HALF_OPEN);

    /** How long jobs of a quiet node wait before they are retried. */
    private static final Duration WHILE_QUIET = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(CallGuard.class);

    private final QuietMode quiet;
    private final Traces traces;
    private final MeterRegistry meters;
    private final Bulkhead bulkhead;
    private final CircuitBreaker circuitBreaker;
    private final Duration openTime;

    CallGuard(HttpFtopProperties properties, QuietMode quiet, Traces traces, MeterRegistry meters) {
        this.quiet = quiet;
        this.traces = traces;
        this.meters = meters;
        bulkhead = Bulkhead.of(
                "ftop",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(properties.concurrentCalls())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        var settings = properties.circuitBreaker();
        openTime = settings.openTime();
        circuitBreaker = CircuitBreaker.of(
                "ftop",
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(settings.window())
                        .minimumNumberOfCalls(settings.minimumCalls())
                        .failureRateThreshold(settings.failureRate())
                        .slowCallRateThreshold(settings.failureRate())
                        .slowCallDurationThreshold(settings.slowCall())
                        .waitDurationInOpenState(openTime)
                        .permittedNumberOfCallsInHalfOpenState(settings.trialCalls())
                        // A refusal shows that FTOP works.
                        .recordException(failure -> !(failure instanceof FtopRefusedException))
                        .build());
        circuitBreaker
                .getEventPublisher()
                .onStateTransition(event -> log.warn(
                        "FTOP circuit breaker changed from {} to {}",
                        event.getStateTransition().getFromState(),
                        event.getStateTransition().getToState()));
        for (CircuitBreaker.State state : STATES) {
            Gauge.builder("acm.ftop.circuit", circuitBreaker, circuit -> circuit.getState() == state ? 1 : 0)
                    .description("1 for the current state of this node's FTOP circuit breaker, 0 for the others")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }

    /**
     * Makes a call, if the circuit and the concurrency limit permit it.
     *
     * @param operation the operation, as one word
     * @throws FtopUnavailableException of kind NOT_ASKED if it was not made
     */
    <T> T call(String operation, Supplier<T> call) {
        Timer.Sample time = Timer.start(meters);
        String outcome = "FAILED";
        try {
            T answer = traces.call("FTOP " + operation, () -> permitted(call));
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

    private <T> T permitted(Supplier<T> call) {
        if (quiet.isOn()) {
            throw new FtopUnavailableException(
                    Kind.NOT_ASKED, "FTOP was not called: this node is quiet (acm.quiet)", WHILE_QUIET, null);
        }
        try {
            return bulkhead.executeSupplier(() -> circuitBreaker.executeSupplier(() -> counted(call)));
        } catch (FailedWithError failure) {
            throw failure.error;
        } catch (BulkheadFullException full) {
            throw new FtopUnavailableException(
                    Kind.NOT_ASKED, "FTOP was not called: too many calls are in progress", full);
        } catch (CallNotPermittedException open) {
            throw new FtopUnavailableException(
                    Kind.NOT_ASKED, "FTOP was not called: the circuit is open", openTime, open);
        }
    }

    /** Resilience4j does not count a call that ends with an error: a trial call's result would be awaited forever. */
    private static <T> T counted(Supplier<T> call) {
        try {
            return call.get();
        } catch (Error error) {
            throw new FailedWithError(error);
        }
    }

    private static class FailedWithError extends RuntimeException {

        private final transient Error error;

        FailedWithError(Error error) {
            super(null, null, false, false);
            this.error = error;
        }
    }

    /** Returns the state of this node's circuit breaker. */
    CircuitBreaker.State state() {
        return circuitBreaker.getState();
    }

    /** Returns the percentage of failed recent calls; -1 if there were too few. */
    float failureRate() {
        return circuitBreaker.getMetrics().getFailureRate();
    }
}
