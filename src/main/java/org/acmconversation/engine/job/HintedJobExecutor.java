package org.acmconversation.engine.job;

import java.util.concurrent.atomic.AtomicBoolean;
import org.acmconversation.problem.Outage;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.BackoffJobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's job executor, but it polls only once for each hint that a job was added. The original clears a hint only
 * after polling, so it polls twice; and it misses a hint that arrives just before it goes to sleep.
 *
 * @see <a href="https://docs.camunda.org/manual/7.24/user-guide/process-engine/the-job-executor/#job-acquisition">Job
 *     acquisition</a>
 */
class HintedJobExecutor extends SpringJobExecutor {

    private static final Logger log = LoggerFactory.getLogger(HintedJobExecutor.class);

    @Override
    protected void ensureInitialization() {
        super.ensureInitialization();
        acquireJobsRunnable = new Acquisition(this);
    }

    /** Polls for jobs in a separate thread. */
    static class Acquisition extends SequentialJobAcquisitionRunnable {

        /** Whether there was a hint since the last poll began. */
        private final AtomicBoolean hinted = new AtomicBoolean();

        private boolean beganWithHint;

        Acquisition(JobExecutor jobExecutor) {
            super(jobExecutor);
        }

        @Override
        public void jobWasAdded() {
            hinted.set(true);
            super.jobWasAdded();
        }

        @Override
        protected AcquiredJobs acquireJobs(
                JobAcquisitionContext context, JobAcquisitionStrategy strategy, ProcessEngineImpl engine) {
            beganWithHint = hinted.getAndSet(false);
            try {
                return super.acquireJobs(context, strategy, engine);
            } catch (RuntimeException e) {
                if (!Outage.isCauseOf(e)) {
                    throw e;
                }
                // The engine would log the stack trace for every failed poll. Pauses like the original.
                log.warn("Acquiring jobs failed and will be retried: {}", Outage.reason(e));
                context.setAcquisitionException(e);
                return new AcquiredJobs(0);
            } catch (Error e) {
                survive(e, context);
                return new AcquiredJobs(0);
            }
        }

        @Override
        protected void executeJobs(JobAcquisitionContext context, ProcessEngineImpl engine, AcquiredJobs acquired) {
            try {
                super.executeJobs(context, engine, acquired);
            } catch (Error e) {
                survive(e, context);
            }
        }

        /** An error would end this thread, and this node would run no jobs any more. */
        private static void survive(Error error, JobAcquisitionContext context) {
            // First, since logging may fail, too.
            context.setAcquisitionException(new IllegalStateException(error));
            log.error("Acquiring jobs failed and will be retried", error);
        }

        @Override
        protected JobAcquisitionStrategy initializeAcquisitionStrategy() {
            return new BackoffJobAcquisitionStrategy(jobExecutor) {
                @Override
                protected void reconfigureIdleLevel(JobAcquisitionContext context) {
                    if (beganWithHint) {
                        idleLevel = 0;
                    }
                    context.setJobAdded(hinted.get());
                    super.reconfigureIdleLevel(context);
                }
            };
        }

        @Override
        protected void suspendAcquisition(long millis) {
            synchronized (MONITOR) {
                isWaiting.set(true);
                if (!hinted.get()) {
                    super.suspendAcquisition(millis);
                }
                isWaiting.set(false);
            }
        }
    }
}
