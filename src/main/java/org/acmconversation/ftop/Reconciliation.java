package org.acmconversation.ftop;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.acmconversation.ftop.FtopUnavailableException.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;

/**
 * Reconciles the ledger with FTOP, in pages: tasks that are open on either side, and those closed lately. Safe repairs
 * are made: a task missing in FTOP is created, a task closed in the ledger is closed in FTOP, and FTOP's reference is
 * stored in the ledger. Other differences are reported. Jobs without retries left are retried, since FTOP is available.
 */
@Service
@ConditionalOnProperty(name = "acm.ftop.adapter", havingValue = "http")
class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    private final Ftop ftop;
    private final FtopLedger ledger;
    private final FtopTasks tasks;
    private final FtopJobs jobs;
    private final ReconciliationRuns runs;
    private final UnknownFtopTasks unknown;
    private final ReconciliationProperties properties;
    private final Clock clock;

    Reconciliation(
            Ftop ftop,
            FtopLedger ledger,
            FtopTasks tasks,
            FtopJobs jobs,
            ReconciliationRuns runs,
            UnknownFtopTasks unknown,
            ReconciliationProperties properties,
            Clock clock) {
        this.ftop = ftop;
        this.ledger = ledger;
        this.tasks = tasks;
        this.jobs = jobs;
        this.runs = runs;
        this.unknown = unknown;
        this.properties = properties;
        this.clock = clock;
    }

    /** Compares all tasks that can still change. */
    ReconciliationRun run() {
        Instant startedAt = clock.instant();
        var tally = new ReconciliationTally();
        try {
            compareWhatIsOpenInFtop(tally);
            compareWhatTheLedgerHas(tally, startedAt.minus(properties.closedWithin()));
            askAgain(tally);
        } catch (FtopUnavailableException e) {
            log.warn("The reconciliation with FTOP was aborted: {}, {}", e.kind(), e.getMessage());
            tally.failed(e.kind());
        }
        ReconciliationRun run = tally.run(startedAt, clock.instant());
        runs.add(run);
        log.info(
                "Reconciled {} tasks with FTOP: {} repaired, {} need attention, {} retried",
                run.compared(),
                run.repaired(),
                run.unrepaired(),
                run.askedAgain());
        return run;
    }

    private void compareWhatIsOpenInFtop(ReconciliationTally tally) {
        FtopKey after = null;
        while (true) {
            List<FtopRecord> page = ftop.open(after, Ftop.MAX_RECORDS);
            Map<FtopKey, FtopTask> here =
                    byKey(ledger.findAll(page.stream().map(FtopRecord::key).toList()), FtopTask::key);
            tally.compared(page.size());
            for (FtopRecord record : page) {
                FtopTask task = here.get(record.key());
                if (task == null || task.isAcknowledged() && !isSame(task, record)) {
                    settle(record.key(), tally);
                }
            }
            if (page.size() < Ftop.MAX_RECORDS) {
                return;
            }
            after = page.get(page.size() - 1).key();
        }
    }

    private void compareWhatTheLedgerHas(ReconciliationTally tally, Instant closedSince) {
        FtopKey after = null;
        while (true) {
            List<FtopTask> page = ledger.confirmedAfter(after, closedSince, Ftop.MAX_RECORDS);
            if (page.isEmpty()) {
                return;
            }
            Map<FtopKey, FtopRecord> there = byKey(find(page), FtopRecord::key);
            tally.compared(page.size());
            for (FtopTask task : page) {
                FtopRecord record = there.get(task.key());
                if (record == null ? task.wanted() != FtopTaskStatus.CANCELED : !isSame(task, record)) {
                    settle(task.key(), tally);
                }
            }
            after = page.get(page.size() - 1).key();
        }
    }

    /** If FTOP cannot return them together, there are none, and each task is looked up by itself. */
    private List<FtopRecord> find(List<FtopTask> page) {
        try {
            return ftop.find(page.stream().map(FtopTask::key).toList());
        } catch (FtopUnavailableException e) {
            requireTaskFailure(e);
            log.warn("FTOP could not return {} tasks together: {}", page.size(), e.getMessage());
            return List.of();
        }
    }

    /** One task that FTOP cannot handle does not keep those after it from being compared. */
    private void settle(FtopKey key, ReconciliationTally tally) {
        try {
            settleOne(key, tally);
        } catch (FtopUnavailableException e) {
            requireTaskFailure(e);
            tally.failed(e.kind());
            log.warn(
                    "FTOP task {} of engagement {} could not be compared: {}",
                    key.catalogId(),
                    key.engagementId(),
                    e.getMessage());
        }
    }

    /** Rethrows a failure that concerns FTOP as a whole. */
    private static void requireTaskFailure(FtopUnavailableException e) {
        if (e.kind() != Kind.FAILED && e.kind() != Kind.NOT_UNDERSTOOD) {
            throw e;
        }
    }

    /** Checks a differing task again, since both sides may have changed during the comparison. */
    private void settleOne(FtopKey key, ReconciliationTally tally) {
        Optional<FtopTask> here = ledger.find(key.engagementId(), key.catalogId());
        if (here.isPresent() && !here.get().isAcknowledged()) {
            // In progress: its job handles it.
            return;
        }
        if (here.isEmpty() && unknown.isAcknowledged(key)) {
            return;
        }
        Optional<FtopRecord> found = ftop.find(List.of(key)).stream().findFirst();
        FtopTaskStatus there = found.map(FtopRecord::status).orElse(null);
        FtopTaskStatus wanted = here.map(FtopTask::wanted).orElse(null);
        if (there == wanted) {
            // The reference differs if a node died between a repair and its update of the ledger.
            here.ifPresent(task -> found.ifPresent(record -> updateReference(task, record)));
        } else {
            boolean repaired = here.isPresent() && repair(here.get(), there);
            tally.found(Difference.of(key, wanted, there, repaired));
            log.warn(
                    "FTOP task {} of engagement {} is {} in the ledger and {} in FTOP; {}",
                    key.catalogId(),
                    key.engagementId(),
                    wanted,
                    there,
                    repaired ? "repaired" : "needs attention");
        }
    }

    private boolean repair(FtopTask task, @Nullable FtopTaskStatus there) {
        if (there != null && there != FtopTaskStatus.OPEN) {
            return false;
        }
        try {
            FtopRecord now = null;
            if (there == null && task.wanted() != FtopTaskStatus.CANCELED) {
                now = ftop.create(task.engagementId(), task.catalogTask());
            }
            // A withdrawal may have canceled an open task meanwhile, which cannot be opened again.
            if (now == null || now.status() != task.wanted() && task.wanted() != FtopTaskStatus.OPEN) {
                now = ftop.close(task.key(), task.wanted(), task.declineReason());
            }
            updateReference(task, now);
            return now.status() == task.wanted();
        } catch (FtopRefusedException refusal) {
            log.warn(
                    "FTOP refused the repair of task {} of engagement {}: {}",
                    task.catalogId(),
                    task.engagementId(),
                    refusal.getMessage());
            return false;
        } catch (FtopUnavailableException e) {
            requireTaskFailure(e);
            log.warn(
                    "The repair of FTOP task {} of engagement {} failed: {}",
                    task.catalogId(),
                    task.engagementId(),
                    e.getMessage());
            return false;
        }
    }

    private static boolean isSame(FtopTask task, FtopRecord record) {
        return task.wanted() == record.status()
                && (record.reference() == null || record.reference().equals(task.ftopReference()));
    }

    private void updateReference(FtopTask task, FtopRecord record) {
        if (task.wanted() == record.status() && !isSame(task, record)) {
            tasks.updateReference(task, record);
        }
    }

    private void askAgain(ReconciliationTally tally) {
        for (FtopKey key : ledger.waiting()) {
            if (jobs.runAgainIfGivenUp(key) > 0) {
                tally.askedAgain();
            }
        }
    }

    private static <T> Map<FtopKey, T> byKey(List<T> tasks, Function<T, FtopKey> key) {
        return tasks.stream().collect(Collectors.toMap(key, Function.identity(), (first, second) -> first));
    }
}
