package org.acmconversation.ftop.http;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.acmconversation.ftop.FtopRefusedException;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.ftop.FtopUnavailableException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Spares FTOP calls that will not help, and the job executor threads that would all wait for FTOP. It repeats nothing:
 * that is the jobs' part.
 */
@Component
@ConditionalOnProperty(name = "acm.ftop.adapter", havingValue = "http")
class CallGuard {

    /** The states that a circuit breaker gets into by itself. */
    static final List<CircuitBreaker.State> STATES =
            List.of(CircuitBreaker.State.CLOSED, CircuitBreaker.State.OPEN, CircuitBreaker.State.HALF_OPEN);

    private static final Logger log = LoggerFactory.getLogger(CallGuard.class);

    private final Bulkhead bulkhead;
    private final CircuitBreaker circuitBreaker;
    private final Duration openTime;

    CallGuard(HttpFtopProperties properties) {
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
                        // Who refuses is at work.
                        .recordException(failure -> !(failure instanceof FtopRefusedException))
                        .build());
        circuitBreaker
                .getEventPublisher()
                .onStateTransition(event -> log.warn(
                        "Calls to FTOP: circuit breaker goes from {} to {}",
                        event.getStateTransition().getFromState(),
                        event.getStateTransition().getToState()));
    }

    /**
     * Makes a call, unless it is better not made.
     *
     * @throws FtopUnavailableException of kind NOT_ASKED if it was not made
     */
    <T> T call(Supplier<T> call) {
        try {
            return bulkhead.executeSupplier(() -> circuitBreaker.executeSupplier(call));
        } catch (BulkheadFullException full) {
            throw new FtopUnavailableException(
                    Kind.NOT_ASKED, "FTOP was not asked: too many calls are still under way", full);
        } catch (CallNotPermittedException open) {
            throw new FtopUnavailableException(
                    Kind.NOT_ASKED, "FTOP was not asked: too many calls have failed or were slow", openTime, open);
        }
    }

    /** Whether calls are made on this node. */
    CircuitBreaker.State state() {
        return circuitBreaker.getState();
    }

    /** Percentage of the last calls that failed; -1 if there were too few to tell. */
    float failureRate() {
        return circuitBreaker.getMetrics().getFailureRate();
    }
}
