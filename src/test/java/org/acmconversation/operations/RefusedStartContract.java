package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Problems with the environment prevent the start, with a message that says what to do. */
abstract class RefusedStartContract {

    @Autowired
    DataSource dataSource;

    @Autowired
    AppliedMigrations migrations;

    @Autowired
    JdbcClient jdbc;

    @Test
    void refusesToStartWithoutAnIndex() {
        jdbc.sql("drop index acm_idx_job_due").update();
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> new RequiredIndexes(dataSource, jdbc, migrations))
                    .withMessageContaining("as the user that owns the tables")
                    .withMessageContaining("create index acm_idx_job_due on ACT_RU_JOB (DUEDATE_);");
        } finally {
            jdbc.sql("create index acm_idx_job_due on ACT_RU_JOB (DUEDATE_)").update();
        }
        assertThatCode(() -> new RequiredIndexes(dataSource, jdbc, migrations)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"PT1H, fast", "-PT1H, slow", "PT30S, fast"})
    void refusesToStartWithAWrongClock(Duration off, String how) {
        assertThatIllegalStateException()
                .isThrownBy(() -> clock(() -> Instant.now().plus(off)))
                .withMessageContaining(how)
                .withMessageContaining("synchronize both with a time server");
    }

    @Test
    void isNotReadyWithAWrongClock() {
        var drift = new Duration[] {Duration.ZERO};
        ClockHealthIndicator clock = clock(() -> Instant.now().plus(drift[0]));
        assertThat(clock.health().getStatus()).isEqualTo(Status.UP);

        drift[0] = Duration.ofMinutes(-5);

        assertThat(clock.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void validatesTheTolerance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClockProperties(Duration.ofHours(1)))
                .withMessage("acm.clock.tolerance is PT1H: use a duration from 1s to 1m");
    }

    private ClockHealthIndicator clock(InstantSource source) {
        return new ClockHealthIndicator(
                jdbc, new ClockProperties(Duration.ofSeconds(10)), new ProbedDatabase(), source);
    }
}
