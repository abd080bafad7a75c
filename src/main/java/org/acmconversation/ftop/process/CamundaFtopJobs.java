package org.acmconversation.ftop.process;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.acmconversation.database.Transactions;
import org.acmconversation.ftop.FtopJobs;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.model.ConversationModel.Variable;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Finds and retries failed jobs of an engagement's process and its called processes. */
@Component
class CamundaFtopJobs implements FtopJobs {

    /** The number of intervals in the models' retry cycles. */
    private static final int TRIES = 5;

    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final Transactions transactions;

    CamundaFtopJobs(RuntimeService runtimeService, ManagementService managementService, Transactions transactions) {
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.transactions = transactions;
    }

    @Override
    public int runAgain(FtopKey key) {
        return transactions.run(() -> runAgain(failed(key)));
    }

    @Override
    public int runAgainIfGivenUp(FtopKey key) {
        return transactions.run(() -> runAgain(failed(key).filter(job -> job.getRetries() == 0)));
    }

    private int runAgain(Stream<Job> jobs) {
        List<Job> chosen = jobs.toList();
        chosen.forEach(this::runAgain);
        return chosen.size();
    }

    /** A conflict with the job executor lets the transaction start over, which finds the jobs that are left. */
    private void runAgain(Job job) {
        try {
            managementService.setJobRetries(job.getId(), TRIES);
        } catch (ProcessEngineException e) {
            if (e instanceof OptimisticLockingException || isGone(job)) {
                throw new OptimisticLockingFailureException("The job executor ran a job at the same moment", e);
            }
            throw e;
        }
    }

    private boolean isGone(Job job) {
        return managementService.createJobQuery().jobId(job.getId()).count() == 0;
    }

    private Stream<Job> failed(FtopKey key) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key.engagementId().toString())
                .list()
                .stream()
                .filter(instance -> concerns(instance, key))
                .flatMap(instance -> failed(instance).stream());
    }

    private List<Job> failed(ProcessInstance instance) {
        return managementService
                .createJobQuery()
                .processInstanceId(instance.getId())
                .withException()
                .list();
    }

    /** A value discussion has one task; the conversation itself has several. */
    private boolean concerns(ProcessInstance instance, FtopKey key) {
        Object own = runtimeService.getVariable(instance.getId(), Variable.CATALOG_ID);
        return own == null || Objects.equals(own, key.catalogId());
    }
}
