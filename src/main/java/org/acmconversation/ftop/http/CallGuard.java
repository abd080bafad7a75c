package org.acmconversation.ftop.http;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.function.Supplier;
import org.acmconversation.ftop.FtopRefusedException;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.ftop.FtopUnavailableException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spares FTOP calls that will not help, and the job executor threads that would all wait for FTOP. It repeats nothing:
 * that is the jobs' part.
 */
class CallGuard {

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
}
