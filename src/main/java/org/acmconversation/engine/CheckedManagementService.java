package org.acmconversation.engine;

import java.util.List;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.management.SetJobRetriesBuilderImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.EnsureUtil;

/**
 * The engine's management service. Users who may retry jobs may also run them, and setting the retries of a failed job
 * makes it due at once.
 */
class CheckedManagementService extends ManagementServiceImpl {

    CheckedManagementService(ProcessEngineConfigurationImpl configuration) {
        super(configuration);
    }

    /**
     * Runs a job as the job executor does. Permissions are checked beforehand, because the engine counts every
     * exception while a job runs as its failure, including denied permissions.
     */
    @Override
    public void executeJob(String jobId) {
        commandExecutor.execute(new PermitExecution(jobId));
        var failures = new JobFailureCollector(jobId);
        ExecuteJobHelper.executeJob(jobId, commandExecutor, failures, context -> {
            Command<Void> execution = new ExecuteJobsCmd(jobId, failures);
            return context.runWithoutAuthorization(() -> {
                context.executeWithOperationLogPrevented(execution);
                return null;
            });
        });
    }

    /** Records who runs the job in a separate transaction, since a failing job rolls its own transaction back. */
    private record PermitExecution(String jobId) implements Command<Void> {

        @Override
        public Void execute(CommandContext context) {
            JobEntity job = context.getJobManager().findJobById(jobId);
            EnsureUtil.ensureNotNull("No job found with id '" + jobId + "'", "job", job);
            context.getProcessEngineConfiguration()
                    .getCommandCheckers()
                    .forEach(checker -> checker.checkUpdateRetriesJob(job));
            if (job.isSuspended()) {
                throw new SuspendedEntityInteractionException("Job " + jobId + " is suspended");
            }
            context.getOperationLogManager()
                    .logJobOperation(
                            UserOperationLogEntry.OPERATION_TYPE_EXECUTE,
                            jobId,
                            job.getJobDefinitionId(),
                            job.getProcessInstanceId(),
                            job.getProcessDefinitionId(),
                            job.getProcessDefinitionKey(),
                            PropertyChange.EMPTY_CHANGE);
            return null;
        }
    }

    @Override
    public SetJobRetriesBuilderImpl setJobRetries(int retries) {
        return new RetriesAtOnce(commandExecutor, retries);
    }

    /** The engine would keep the due date, which is up to two hours ahead after a failure. */
    private static class RetriesAtOnce extends SetJobRetriesBuilderImpl {

        RetriesAtOnce(CommandExecutor commandExecutor, int retries) {
            super(commandExecutor, retries);
        }

        @Override
        public void execute() {
            validateParameters();
            if (isDueDateSet || retries == 0) {
                super.execute();
            } else if (jobDefinitionId != null) {
                // These jobs have no retries left, so all of them have failed.
                dueDate(ClockUtil.getCurrentTime());
                super.execute();
            } else {
                commandExecutor.execute(new RetryAtOnce(jobId == null ? jobIds : List.of(jobId), retries));
            }
        }
    }

    private static class RetryAtOnce extends SetJobRetriesCmd {

        private static final long serialVersionUID = 1L;

        RetryAtOnce(List<String> jobIds, int retries) {
            super(jobIds, retries, null, false);
        }

        @Override
        protected void setJobRetriesByJobId(String jobId, CommandContext context) {
            super.setJobRetriesByJobId(jobId, context);
            JobEntity job = context.getJobManager().findJobById(jobId);
            // The job may have run meanwhile.
            if (job != null && hasFailed(job)) {
                job.setDuedate(ClockUtil.getCurrentTime());
            }
        }

        /** A timer that has not failed keeps its due date. */
        private static boolean hasFailed(JobEntity job) {
            return job.getExceptionMessage() != null || job.getExceptionByteArrayId() != null;
        }
    }
}
