package org.acmconversation.ftop.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.acmconversation.database.Transactions;
import org.acmconversation.ftop.FtopKey;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.springframework.dao.ConcurrencyFailureException;

/** The job executor may run or change a job between the search for failed jobs and their retry. */
class CamundaFtopJobsTest {

    private static final FtopKey KEY = new FtopKey(UUID.randomUUID(), "4047");

    private final RuntimeService runtimeService = mock(RuntimeService.class, RETURNS_DEEP_STUBS);
    private final ManagementService managementService = mock(ManagementService.class);
    private final JobQuery jobQuery = mock(JobQuery.class, RETURNS_SELF);
    private final Job job = mock(Job.class);
    private CamundaFtopJobs jobs;

    @BeforeEach
    void oneJobHasFailed() {
        var instance = mock(ProcessInstance.class);
        when(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(KEY.engagementId().toString())
                        .list())
                .thenReturn(List.of(instance));
        when(job.getId()).thenReturn("job");
        when(runtimeService.getVariable(any(), any())).thenReturn(null);
        when(managementService.createJobQuery()).thenReturn(jobQuery);
        when(jobQuery.list()).thenReturn(List.of(job));
        var transactions = mock(Transactions.class);
        when(transactions.run(ArgumentMatchers.<Supplier<?>>any()))
                .thenAnswer(call -> call.<Supplier<?>>getArgument(0).get());
        jobs = new CamundaFtopJobs(runtimeService, managementService, transactions);
    }

    @Test
    void aJobThatHasRunMeanwhileIsAConflict() {
        retryFailsWith(new ProcessEngineException("No job found"));
        when(jobQuery.count()).thenReturn(0L);

        assertThatThrownBy(() -> jobs.runAgain(KEY)).isInstanceOf(ConcurrencyFailureException.class);
        assertThatThrownBy(() -> jobs.runAgainIfGivenUp(KEY)).isInstanceOf(ConcurrencyFailureException.class);
    }

    @Test
    void aJobThatHasChangedMeanwhileIsAConflict() {
        retryFailsWith(new OptimisticLockingException("changed"));
        when(jobQuery.count()).thenReturn(1L);

        assertThatThrownBy(() -> jobs.runAgain(KEY)).isInstanceOf(ConcurrencyFailureException.class);
    }

    @Test
    void anyOtherFailureOfTheEngineIsNoConflict() {
        var failure = new ProcessEngineException("something else");
        retryFailsWith(failure);
        when(jobQuery.count()).thenReturn(1L);

        assertThatThrownBy(() -> jobs.runAgain(KEY)).isSameAs(failure);
    }

    private void retryFailsWith(ProcessEngineException failure) {
        doThrow(failure).when(managementService).setJobRetries(any(String.class), anyInt());
    }
}
