package org.acmconversation.ftop.http;

import static org.acmconversation.ftop.http.FtopClient.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.FtopRecord;
import org.acmconversation.ftop.FtopRefusedException;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.ftop.FtopUnavailableException.Kind;
import org.acmconversation.ftop.simulator.Fault;
import org.acmconversation.ftop.simulator.FtopSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When calls to FTOP are suspended and resumed. */
@Timeout(60)
class CallGuardTest {

    private final FtopSimulator simulator = FtopSimulator.start();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        simulator.close();
        threads.shutdownNow();
    }

    @Test
    void circuitOpensAtHalfFailedCallsAndClosesAfterTrials() {
        HttpFtop ftop = guarded().build();
        simulator.faults().chance(Fault.FAIL, 1);
        for (int call = 0; call < 4; call++) {
            assertThat(failure(ftop).kind()).isEqualTo(Kind.FAILED);
        }

        FtopUnavailableException spared = failure(ftop);

        assertThat(spared.kind()).isEqualTo(Kind.NOT_ASKED);
        assertThat(spared.wasCalled()).isFalse();
        assertThat(spared.retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(simulator.requests()).isEqualTo(4);

        simulator.faults().clear();
        await().until(() -> succeeds(ftop));
        assertThat(List.of(succeeds(ftop), succeeds(ftop), succeeds(ftop))).containsOnly(true);
    }

    @Test
    void circuitReopensIfTrialsFail() {
        HttpFtop ftop = guarded().build();
        simulator.faults().chance(Fault.FAIL, 1);
        Stream.generate(() -> failure(ftop))
                .limit(4)
                .forEach(failure -> assertThat(failure.wasCalled()).isTrue());

        await().until(() -> failure(ftop).wasCalled());
        failure(ftop);

        assertThat(failure(ftop).kind()).isEqualTo(Kind.NOT_ASKED);
        assertThat(simulator.requests()).isEqualTo(6);
    }

    @Test
    void circuitClosesAlthoughATrialEndsWithAnError() {
        CallGuard guard = guarded().guard();
        for (int call = 0; call < 4; call++) {
            assertThatThrownBy(() -> guard.call("create", CallGuardTest::fail))
                    .isInstanceOf(IllegalStateException.class);
        }
        await().untilAsserted(() -> assertThatThrownBy(() -> guard.call("create", CallGuardTest::runOutOfMemory))
                .isInstanceOf(OutOfMemoryError.class));

        await().until(() -> isMade(guard) && guard.state() == State.CLOSED);
    }

    private static String fail() {
        throw new IllegalStateException("FTOP failed");
    }

    private static String runOutOfMemory() {
        throw new OutOfMemoryError("Java heap space");
    }

    private static boolean isMade(CallGuard guard) {
        try {
            return guard.call("create", () -> "made").equals("made");
        } catch (FtopUnavailableException spared) {
            return false;
        }
    }

    @Test
    void slowCallsOpenTheCircuit() {
        HttpFtop ftop = guarded().with("circuit-breaker.slow-call", "50ms").build();
        simulator.faults().chance(Fault.SLOW_AFTER_WORK, 1).slowness(Duration.ofMillis(100));
        for (int call = 0; call < 4; call++) {
            assertThat(succeeds(ftop)).isTrue();
        }

        assertThat(failure(ftop).kind()).isEqualTo(Kind.NOT_ASKED);
    }

    @Test
    void refusalsDoNotOpenTheCircuit() {
        HttpFtop ftop = guarded().build();
        simulator.faults().refuse(TASK.catalogId(), "Falta el contrato");
        for (int call = 0; call < 10; call++) {
            assertThatThrownBy(() -> ftop.create(FtopClient.key().engagementId(), TASK))
                    .isInstanceOf(FtopRefusedException.class);
        }

        simulator.faults().clear();

        assertThat(succeeds(ftop)).isTrue();
    }

    @Test
    void rejectsCallsOverTheConcurrencyLimit() {
        HttpFtop ftop = new FtopClient(simulator)
                .with("concurrent-calls", 2)
                .with("read-timeout", "30s")
                .build();
        succeeds(ftop);
        simulator.faults().slowness(Duration.ofSeconds(30)).next(Fault.SLOW_AFTER_WORK, Fault.SLOW_AFTER_WORK);
        List<CompletableFuture<FtopRecord>> waiting = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> ftop.create(FtopClient.key().engagementId(), TASK), threads))
                .limit(2)
                .toList();
        await().until(() -> simulator.requests() == 3);

        FtopUnavailableException sentAway = failure(ftop);

        assertThat(sentAway.kind()).isEqualTo(Kind.NOT_ASKED);
        assertThat(sentAway).hasMessage("FTOP was not called: too many calls are in progress");
        assertThat(simulator.requests()).isEqualTo(3);

        simulator.faults().clear();
        waiting.forEach(call -> assertThat(call.join().reference()).startsWith("FTOP-"));
        assertThat(succeeds(ftop)).isTrue();
    }

    @Test
    void drippingResponsesTimeOut() {
        HttpFtop ftop = new FtopClient(simulator)
                .with("concurrent-calls", 1)
                .with("read-timeout", "300ms")
                .build();
        succeeds(ftop);
        simulator.faults().next(Fault.DRIP);

        long start = System.nanoTime();
        FtopUnavailableException failure = failure(ftop);

        assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        await("the connection is given up").until(() -> simulator.connections() == 0);
        await("the only call is free again").until(() -> succeeds(ftop));
    }

    @Test
    void timedOutCallsLeaveNoConnection() {
        HttpFtop ftop = new FtopClient(simulator).with("read-timeout", "300ms").build();
        succeeds(ftop);
        simulator.faults().slowness(Duration.ofMillis(600)).next(Fault.SLOW_BEFORE_WORK);

        assertThat(failure(ftop).kind()).isEqualTo(Kind.TIMED_OUT);

        await("the connection is given up").until(() -> simulator.connections() == 0);
    }

    private FtopClient guarded() {
        return new FtopClient(simulator)
                .with("circuit-breaker.window", 4)
                .with("circuit-breaker.minimum-calls", 4)
                .with("circuit-breaker.open-time", "1s");
    }

    private static boolean succeeds(HttpFtop ftop) {
        try {
            FtopKey key = FtopClient.key();
            return ftop.create(key.engagementId(), TASK).key().equals(key);
        } catch (FtopUnavailableException spared) {
            return false;
        }
    }

    private static FtopUnavailableException failure(HttpFtop ftop) {
        return catchThrowableOfType(
                FtopUnavailableException.class,
                () -> ftop.create(FtopClient.key().engagementId(), TASK));
    }
}
