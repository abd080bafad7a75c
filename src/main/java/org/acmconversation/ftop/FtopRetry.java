package org.acmconversation.ftop;

import java.util.Map;
import java.util.UUID;
import org.acmconversation.audit.AuditTrail;
import org.acmconversation.database.Transactions;
import org.acmconversation.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Retries a call to FTOP at once, instead of waiting for the next retry or if there is none left. */
@Service
public class FtopRetry {

    private static final Logger log = LoggerFactory.getLogger(FtopRetry.class);

    private final FtopLedger ledger;
    private final FtopJobs jobs;
    private final AuditTrail audit;
    private final Transactions transactions;

    FtopRetry(FtopLedger ledger, FtopJobs jobs, AuditTrail audit, Transactions transactions) {
        this.ledger = ledger;
        this.jobs = jobs;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Retries the job that waits for FTOP to confirm a task.
     *
     * @throws UnknownFtopTaskException if the engagement has no such task
     * @throws NotWaitingException if the task does not wait for FTOP
     */
    public void now(UUID engagementId, String catalogId) {
        transactions.run(() -> retry(engagementId, catalogId));
        log.info("Retrying the FTOP call for task {} of engagement {}", catalogId, engagementId);
    }

    private FtopTask retry(UUID engagementId, String catalogId) {
        FtopTask task =
                ledger.find(engagementId, catalogId).orElseThrow(() -> new UnknownFtopTaskException(engagementId));
        if (task.waiting() == null || jobs.runAgain(task.key()) == 0) {
            throw new NotWaitingException(task.key());
        }
        audit.recordOfCaller("ftop-task.retry", task.key().toString(), engagementId, Map.of());
        return task;
    }

    /** There is no such task: 404. */
    static class UnknownFtopTaskException extends ProblemException {

        UnknownFtopTaskException(UUID engagementId) {
            super(
                    HttpStatus.NOT_FOUND,
                    "ftop-task-not-found",
                    "Engagement %s has no FTOP task with this catalog id.".formatted(engagementId));
        }
    }

    /** Nothing to retry: 409. */
    static class NotWaitingException extends ProblemException {

        NotWaitingException(FtopKey key) {
            super(
                    HttpStatus.CONFLICT,
                    "ftop-task-not-waiting",
                    "FTOP task %s of engagement %s is not waiting for FTOP."
                            .formatted(key.catalogId(), key.engagementId()));
        }
    }
}
