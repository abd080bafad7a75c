package org.acmconversation.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.jobexecutor.BackoffJobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.RuntimeContainerJobExecutor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often an idle node polls for jobs. */
class JobThreadsTest {

    @ParameterizedTest
    @ValueSource(longs = {500, 1_000, 4_999, 5_000, 60_000})
    void alwaysPausesBetweenPolls(long maxWait) {
        var jobExecutor = new RuntimeContainerJobExecutor();
        jobExecutor.setMaxWait(maxWait);

        JobThreads.pauseBetweenPolls(jobExecutor);

        var strategy = new BackoffJobAcquisitionStrategy(jobExecutor);
        var nothingFound = new JobAcquisitionContext();
        strategy.reconfigure(nothingFound);
        assertThat(strategy.getWaitTime()).isPositive().isLessThanOrEqualTo(maxWait);
    }
}
