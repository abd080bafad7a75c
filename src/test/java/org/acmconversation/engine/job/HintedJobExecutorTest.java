package org.acmconversation.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.acmconversation.engine.persistence.StandaloneDatabase;
import org.acmconversation.engine.persistence.StandaloneEngine;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.CannotCreateTransactionException;

/** How often a node polls for jobs after hints. */
@Tag("context")
@ExtendWith(OutputCaptureExtension.class)
class HintedJobExecutorTest {

    private static final int HINTS = 20;

    private final AtomicInteger looks = new AtomicInteger();
    private final Semaphore mayLook = new Semaphore(1_000_000);
    private final Executor executor = new Executor();
    private volatile boolean databaseIsAway;
    private volatile boolean isBroken;
    private ProcessEngine engine;

    /** Counts polls, which find no jobs. */
    private class Executor extends HintedJobExecutor {

        @Override
        public Command<AcquiredJobs> getAcquireJobsCmd(int number) {
            return context -> {
                looks.incrementAndGet();
                mayLook.acquireUninterruptibly();
                if (isBroken) {
                    throw new InternalError("unable to create a thread");
                }
                if (databaseIsAway) {
                    throw new CannotCreateTransactionException("the database is down");
                }
                return new AcquiredJobs(number);
            };
        }
    }

    @BeforeEach
    void start() {
        engine = StandaloneEngine.over(
                StandaloneDatabase.onH2("hinted-job-executor"), getClass().getSimpleName());
        executor.setWaitTimeInMillis((int) TimeUnit.MINUTES.toMillis(5));
        executor.setMaxWait(TimeUnit.MINUTES.toMillis(5));
        executor.registerProcessEngine((ProcessEngineImpl) engine);
        executor.start();
        awaitLooks(1);
    }

    @AfterEach
    void stop() {
        mayLook.release(HINTS);
        executor.shutdown();
        engine.close();
    }

    private void awaitLooks(int number) {
        await().untilAsserted(() -> assertThat(looks).hasValue(number));
    }

    @Test
    void pollsOnceForEachHint() {
        for (int hint = 1; hint <= HINTS; hint++) {
            executor.jobWasAdded();
            awaitLooks(1 + hint);
        }

        executor.shutdown();

        assertThat(looks).hasValue(1 + HINTS);
    }

    @Test
    void pollsAgainAfterAHintDuringAPoll() {
        mayLook.drainPermits();
        executor.jobWasAdded();
        awaitLooks(2);

        executor.jobWasAdded();
        mayLook.release();

        awaitLooks(3);
    }

    @Test
    void logsAnOutageOfTheDatabaseWithoutAStackTrace(CapturedOutput output) {
        databaseIsAway = true;
        executor.jobWasAdded();
        await().untilAsserted(() ->
                assertThat(output).contains("Acquiring jobs failed and will be retried: ", "the database is down"));

        databaseIsAway = false;
        int before = looks.get();
        await().untilAsserted(() -> {
            executor.jobWasAdded();
            assertThat(looks).hasValueGreaterThan(before);
        });
        assertThat(output).doesNotContain("ENGINE-14019");
    }

    @Test
    void pollsAgainAfterAnError() {
        isBroken = true;
        executor.jobWasAdded();
        awaitLooks(2);
        isBroken = false;

        await().untilAsserted(() -> {
            executor.jobWasAdded();
            assertThat(looks).hasValueGreaterThan(2);
        });
    }
}
