package org.acmconversation.ftop.http;

import static org.acmconversation.ftop.http.FtopClient.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.ftop.FtopUnavailableException.Kind;
import org.acmconversation.ftop.simulator.Fault;
import org.acmconversation.ftop.simulator.FtopSimulator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How each failure of FTOP is reported. */
class UnavailableFtopTest {

    private final FtopSimulator simulator = FtopSimulator.start();
    private final FtopKey key = FtopClient.key();
    private HttpFtop ftop;

    @BeforeEach
    void connect() {
        ftop = new FtopClient(simulator).with("read-timeout", "1s").build();
        ftop.create(key.engagementId(), TASK);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "SLOW_BEFORE_WORK, TIMED_OUT",
        "SLOW_AFTER_WORK, TIMED_OUT",
        "DRIP, TIMED_OUT",
        "FAIL, FAILED",
        "FAIL_AFTER_WORK, FAILED",
        "TOO_MANY_REQUESTS, OVERLOADED",
        "UNAVAILABLE, OVERLOADED",
        "DROP, UNREACHABLE",
        "DROP_AFTER_WORK, UNREACHABLE",
        "GO_DOWN, UNREACHABLE",
        "NOT_FTOP, NOT_UNDERSTOOD",
        "REDIRECT, NOT_UNDERSTOOD",
        "NOT_HTTP, NOT_UNDERSTOOD",
    })
    void everyFailedCallReportsItsCause(Fault fault, Kind kind) {
        for (ThrowingCallable call : calls()) {
            simulator.comeBack();
            // The JDK's client itself retries a GET once after a broken connection.
            simulator.faults().chance(fault, 1);

            FtopUnavailableException failure = failureOf(call);

            simulator.faults().clear();
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.wasCalled()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TOO_MANY_REQUESTS", "UNAVAILABLE"})
    void passesOnRetryAfter(Fault fault) {
        simulator.faults().retryAfter(Duration.ofSeconds(7)).next(fault);

        assertThat(failureOf(this::create).retryAfter()).contains(Duration.ofSeconds(7));
    }

    static Stream<Arguments> garbage() {
        return Stream.of(
                Arguments.of(Fault.NOT_JSON, "FTOP's response is not JSON"),
                Arguments.of(Fault.HUGE, "FTOP's response is larger than 65536B"),
                Arguments.of(Fault.WRONG_TYPES, "FTOP's response has no string key"),
                Arguments.of(
                        Fault.UNKNOWN_STATUS,
                        "FTOP's response has an unknown status: \"ALMOST _DONE_ [2J!!!!!!!!!!!!!!!!!!!!!!…\""),
                Arguments.of(Fault.LONG_REFERENCE, "FTOP's response has a reference of 10000 characters"),
                Arguments.of(
                        Fault.UNPRINTABLE_REFERENCE,
                        "FTOP's response has a reference with unprintable characters: \"FTOP 1\""),
                Arguments.of(Fault.OTHER_CONTENT_TYPE, "FTOP's response does not have the type application/json"));
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void rejectsResponsesThatViolateTheContract(Fault fault, String message) {
        simulator.faults().next(fault, fault);

        for (ThrowingCallable call : List.<ThrowingCallable>of(this::create, this::complete)) {
            FtopUnavailableException failure = failureOf(call);

            assertThat(failure).hasMessage(message).hasNoCause();
            assertThat(failure.kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "NOT_JSON",
                "HUGE",
                "WRONG_TYPES",
                "UNKNOWN_STATUS",
                "LONG_REFERENCE",
                "UNPRINTABLE_REFERENCE",
                "OTHER_CONTENT_TYPE"
            })
    void rejectsListsThatViolateTheContract(Fault fault) {
        simulator.faults().next(fault, fault);

        assertThat(failureOf(this::find).kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
        assertThat(failureOf(this::page).kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
    }

    @Test
    void rejectsTheRecordOfAnotherTask() {
        simulator.faults().next(Fault.OTHER_KEY, Fault.OTHER_KEY, Fault.OTHER_KEY);

        assertThat(failureOf(this::create)).hasMessage("FTOP's response is about a different task than " + key);
        assertThat(failureOf(this::find)).hasMessage("FTOP's response contains tasks that were not requested");
        assertThat(failureOf(() -> ftop.open(key, 10))).hasMessage("FTOP's response is not ordered by key");
    }

    @Test
    void doesNotMistakeADuplicateResponseForTheNextOne() {
        simulator.faults().next(Fault.ANSWER_TWICE);
        create();

        // Either the connection was closed in time or the call fails; it never returns an open task.
        try {
            assertThat(ftop.close(key, FtopTaskStatus.COMPLETED, null).status()).isEqualTo(FtopTaskStatus.COMPLETED);
        } catch (FtopUnavailableException failure) {
            assertThat(failure.kind()).isIn(Kind.NOT_UNDERSTOOD, Kind.UNREACHABLE);
        }
        assertThat(ftop.close(key, FtopTaskStatus.COMPLETED, null).status()).isEqualTo(FtopTaskStatus.COMPLETED);
    }

    @Test
    void duplicateProcessingLeavesOneTask() {
        FtopKey other = FtopClient.key();
        simulator.faults().next(Fault.WORK_TWICE);

        ftop.create(other.engagementId(), TASK);

        assertThat(simulator.task(other).orElseThrow().creates()).isEqualTo(2);
        assertThat(simulator.task(other).orElseThrow().tasks()).hasSize(1);
    }

    @Test
    void reportsAnUnreachableServer() {
        simulator.goDown();

        FtopUnavailableException failure = failureOf(this::create);

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.retryAfter()).isEmpty();
        simulator.comeBack();
        assertThat(ftop.find(List.of(key))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "SLOW_BEFORE_WORK, TIMED_OUT",
        "DRIP, TIMED_OUT",
        "FAIL, FAILED",
        "UNAVAILABLE, OVERLOADED",
        "DROP, UNREACHABLE",
        "REFUSE, UNAUTHORIZED",
        "NOT_JSON, NOT_UNDERSTOOD",
        "HUGE, NOT_UNDERSTOOD",
        "OTHER_CONTENT_TYPE, NOT_UNDERSTOOD",
        "WRONG_TYPES, NOT_UNDERSTOOD",
        "NOT_HTTP, NOT_UNDERSTOOD",
        "REDIRECT, NOT_UNDERSTOOD",
    })
    void changesNoTaskWithoutAToken(Fault fault, Kind kind) {
        simulator.loseTokens();
        simulator.faults().nextForTokens(fault);
        int before = simulator.requests();

        assertThat(failureOf(this::complete).kind()).isEqualTo(kind);

        assertThat(simulator.requests()).as("the call with the lost token").isEqualTo(before + 1);
        assertThat(ftop.find(List.of(key))).extracting("status").containsExactly(FtopTaskStatus.OPEN);
    }

    @Test
    void doesNotReuseATokenThatCannotBeSent() {
        simulator.loseTokens();
        simulator.faults().nextForTokens(Fault.UNUSABLE_TOKEN);
        assertThat(failureOf(this::complete).kind()).isEqualTo(Kind.NOT_UNDERSTOOD);

        complete();

        assertThat(ftop.find(List.of(key))).extracting("status").containsExactly(FtopTaskStatus.COMPLETED);
    }

    @Test
    void rejectedCredentialsAreUnauthorized() {
        var stranger = new FtopClient(simulator)
                .with("client-secret", "another-secret")
                .build();

        FtopUnavailableException failure = failureOf(() -> stranger.create(key.engagementId(), TASK));

        assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORIZED);
        assertThat(failure).hasMessage("FTOP's token endpoint refused a token with status 401");
    }

    @Test
    void replacesTheTokenOnlyOncePerCall() {
        simulator.faults().next(Fault.LOSE_TOKENS, Fault.LOSE_TOKENS);
        int before = simulator.tokensIssued();

        assertThat(failureOf(this::create).kind()).isEqualTo(Kind.UNAUTHORIZED);

        assertThat(simulator.tokensIssued()).isEqualTo(before + 1);
    }

    @Test
    void rejectsInvalidArguments() {
        int before = simulator.requests();

        assertThatThrownBy(() -> ftop.close(key, FtopTaskStatus.OPEN, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ftop.open(null, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ftop.open(null, 101)).isInstanceOf(IllegalArgumentException.class);
        assertThat(simulator.requests()).isEqualTo(before);
    }

    private List<ThrowingCallable> calls() {
        return List.of(this::create, this::complete, this::find, this::page);
    }

    private void create() {
        ftop.create(key.engagementId(), TASK);
    }

    private void complete() {
        ftop.close(key, FtopTaskStatus.COMPLETED, null);
    }

    private void find() {
        ftop.find(List.of(key));
    }

    private void page() {
        ftop.open(null, 10);
    }

    private static FtopUnavailableException failureOf(ThrowingCallable call) {
        FtopUnavailableException failure = catchThrowableOfType(FtopUnavailableException.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }
}
