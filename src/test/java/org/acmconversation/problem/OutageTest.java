package org.acmconversation.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class OutageTest {

    static Stream<Throwable> outages() {
        return Stream.of(
                new CannotCreateTransactionException("", new ConnectException()),
                new CannotGetJdbcConnectionException("", new SQLException()),
                new TransactionSystemException(""),
                new CannotAcquireLockException(""),
                new OptimisticLockingFailureException(""),
                new SQLTransientConnectionException(""));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void recognizesWrappedTemporaryFailures(Throwable failure) {
        assertThat(Outage.isCauseOf(failure)).isTrue();
        assertThat(Outage.isCauseOf(new IllegalStateException(new RuntimeException(failure))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08003", "53300", "57P01", "57014", "40P01", "40001", "55P03", "25006"})
    void recognizesSqlStates(String state) {
        assertThat(Outage.isCauseOf(new RuntimeException(new SQLException("", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "42P01", "55000", "90079"})
    void doesNotMistakeInvalidRequestsOrStatementsForOutages(String state) {
        assertThat(Outage.isCauseOf(new RuntimeException(new SQLException("", state))))
                .isFalse();
    }

    @Test
    void doesNotMistakeBugsForOutages() {
        assertThat(Outage.isCauseOf(new NullPointerException())).isFalse();
        assertThat(Outage.isCauseOf(new DuplicateKeyException(""))).isFalse();
    }

    @Test
    void respondsWith503AndRetryAfter() throws IOException {
        var answer = new ProblemAdvice()
                .unexpected(
                        new OptimisticLockingFailureException("Others were faster"),
                        new MockHttpServletRequest(),
                        new MockHttpServletResponse());

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
        assertThat(answer.getBody().getType()).hasToString("/problems/service-unavailable");
    }
}
