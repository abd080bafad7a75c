package org.acmconversation.ftop;

import java.util.Map;
import java.util.UUID;
import org.acmconversation.audit.AuditTrail;
import org.acmconversation.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has FTOP asked again at once, where the next try would be long in coming or there is none any more. */
@Service
public class FtopRetry {

    private static final Logger log = LoggerFactory.getLogger(FtopRetry.class);

    private final FtopLedger ledger;
    private final FtopJobs jobs;
    private final AuditTrail audit;

    FtopRetry(FtopLedger ledger, FtopJobs jobs, AuditTrail audit) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.audit = audit;
    }

    /**
     * Has the job run again that waits for FTOP to confirm a task.
     *
     * @throws UnknownFtopTaskException if the engagement has no such task
     * @throws NotWaitingException if nothing waits for it
     */
    @Transactional
    public void now(UUID engagementId, String catalogId) {
        FtopTask task =
                ledger.find(engagementId, catalogId).orElseThrow(() -> new UnknownFtopTaskException(engagementId));
        if (task.waiting() == null || jobs.runAgain(task.key()) == 0) {
            throw new NotWaitingException(task.key());
        }
        audit.recordOfCaller("ftop-task.retry", task.key().toString(), engagementId, Map.of());
        log.info("FTOP is asked again for task {} of engagement {}", catalogId, engagementId);
    }

    /** No such task: 404. */
    static class UnknownFtopTaskException extends ProblemException {

        UnknownFtopTaskException(UUID engagementId) {
            super(
                    HttpStatus.NOT_FOUND,
                    "ftop-task-not-found",
                    "Engagement %s has no FTOP task with that catalog id.".formatted(engagementId));
        }
    }

    /** Nothing to retry: 409. */
    static class NotWaitingException extends ProblemException {

        NotWaitingException(FtopKey key) {
            super(
                    HttpStatus.CONFLICT,
                    "ftop-task-not-waiting",
                    "FTOP task %s of engagement %s does not wait for FTOP."
                            .formatted(key.catalogId(), key.engagementId()));
        }
    }
}
