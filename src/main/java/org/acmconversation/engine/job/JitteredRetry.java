package org.acmconversation.engine.job;

import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.acmconversation.problem.Causes;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/**
 * Schedules the retry of a failed job: after the interval in the model's retry cycle, jittered by up to half, so that
 * jobs that failed together are not retried together. A {@link Retriable} exception can influence this.
 *
 * @see <a href="https://docs.camunda.org/manual/7.24/user-guide/process-engine/the-job-executor/#failed-jobs">Failed
 *     jobs</a>
 */
public class JitteredRetry extends DefaultJobRetryCmd {

    /** Delay after an optimistic locking conflict, which is not a failure. */
    private static final Duration CONFLICT_DELAY = Duration.ofMillis(200);

    private static final int MAX_MESSAGE_LENGTH = 660;

    private static final long serialVersionUID = 1L;

    public JitteredRetry(String jobId, Throwable exception) {
        super(jobId, exception);
    }

    @Override
    public @Nullable Object execute(CommandContext commandContext) {
        super.execute(commandContext);
        JobEntity job = getJob();
        if (job != null && job.getRetries() > 0) {
            job.setDuedate(new Date(
                    ClockUtil.getCurrentTime().getTime() + jittered(delay(job)).toMillis()));
        }
        return null;
    }

    private Duration delay(JobEntity job) {
        if (exception instanceof OptimisticLockingException) {
            return CONFLICT_DELAY;
        }
        Date next = job.getDuedate();
        long cycle = next == null
                ? 0
                : Math.max(0, next.getTime() - ClockUtil.getCurrentTime().getTime());
        long asked = retriable()
                .flatMap(Retriable::retryAfter)
                .map(Duration::toMillis)
                .orElse(0L);
        // Jitter may halve a delay, but must not go below Retry-After.
        return Duration.ofMillis(Math.max(cycle, 2 * asked));
    }

    private static Duration jittered(Duration delay) {
        long half = delay.toMillis() / 2;
        return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(2 * half + 1));
    }

    @Override
    protected boolean shouldDecrementRetriesFor(Throwable failure) {
        return super.shouldDecrementRetriesFor(failure)
                && retriable().map(Retriable::countsAsTry).orElse(true);
    }

    @Override
    protected void logException(JobEntity job) {
        super.logException(job);
        retriable().map(Retriable::explanation).ifPresent(reason -> job.setExceptionMessage(shortened(reason)));
    }

    private static String shortened(String reason) {
        return reason.length() <= MAX_MESSAGE_LENGTH ? reason : reason.substring(0, MAX_MESSAGE_LENGTH);
    }

    private Optional<Retriable> retriable() {
        return Causes.of(exception)
                .filter(Retriable.class::isInstance)
                .map(Retriable.class::cast)
                .findFirst();
    }
}
