package org.acmconversation.ftop;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.acmconversation.engagement.EngagementEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can be done with an engagement's FTOP tasks. Each use case may run again after a failure at any point and then
 * goes on from where it was: the ledger says what is wanted and what FTOP has confirmed.
 */
@Service
@Transactional
public class FtopTasks {

    private static final Logger log = LoggerFactory.getLogger(FtopTasks.class);

    private final FtopLedger ledger;
    private final Ftop ftop;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FtopTasks(FtopLedger ledger, Ftop ftop, ApplicationEventPublisher events, Clock clock) {
        this.ledger = ledger;
        this.ftop = ftop;
        this.events = events;
        this.clock = clock;
    }

    /** All tasks of an engagement, oldest first. */
    @Transactional(readOnly = true)
    public List<FtopTask> of(UUID engagementId) {
        return ledger.findAll(engagementId);
    }

    /**
     * Creates a task, unless it exists already or was dropped.
     *
     * @return the task as it is now
     * @throws FtopRefusedException if FTOP refuses it
     */
    @Transactional(noRollbackFor = FtopRefusedException.class)
    public FtopTask open(UUID engagementId, CatalogTask catalogTask) {
        FtopTask task = ledger.find(engagementId, catalogTask.catalogId()).orElseGet(() -> {
            ledger.insert(engagementId, catalogTask, now());
            return get(engagementId, catalogTask.catalogId());
        });
        if (task.status() == FtopTaskStatus.OPEN && !task.isAcknowledged()) {
            String reference = ftop.create(engagementId, catalogTask);
            ledger.acknowledge(engagementId, task.catalogId(), FtopTaskStatus.OPEN, reference);
            announce(get(engagementId, task.catalogId()));
        }
        return get(engagementId, catalogTask.catalogId());
    }

    /**
     * Marks an open task as carried out.
     *
     * @throws FtopRefusedException if FTOP refuses it
     */
    @Transactional(noRollbackFor = FtopRefusedException.class)
    public void complete(UUID engagementId, String catalogId) {
        close(get(engagementId, catalogId), FtopTaskStatus.COMPLETED, null);
    }

    /**
     * Closes an open optional task that was not carried out.
     *
     * @param reason why the customer does not want it
     * @throws FtopRefusedException if FTOP refuses it
     */
    @Transactional(noRollbackFor = FtopRefusedException.class)
    public void decline(UUID engagementId, String catalogId, String reason) {
        FtopTask task = get(engagementId, catalogId);
        if (task.mandatory()) {
            throw new IllegalStateException(
                    "FTOP task %s of engagement %s is mandatory".formatted(catalogId, engagementId));
        }
        close(task, FtopTaskStatus.DECLINED, reason);
    }

    /** Gives up a task that FTOP refuses: it is canceled here, and FTOP is not asked again. */
    public void drop(UUID engagementId, String catalogId) {
        FtopTask task = get(engagementId, catalogId);
        ledger.close(task, FtopTaskStatus.CANCELED, null, now());
        ledger.acknowledge(engagementId, catalogId, FtopTaskStatus.CANCELED, task.ftopReference());
        announce(get(engagementId, catalogId));
    }

    /** From the moment of the withdrawal no open task is wanted any more; FTOP is told by the process. */
    @EventListener
    void cancelOpen(EngagementEvent.Withdrawn withdrawal) {
        for (FtopTask task : ledger.findAll(withdrawal.engagementId())) {
            if (task.status() == FtopTaskStatus.OPEN) {
                ledger.close(task, FtopTaskStatus.CANCELED, null, now());
            }
        }
    }

    /**
     * Tells FTOP of each canceled task that it still knows as open.
     *
     * @throws FtopRefusedException if FTOP refuses it
     */
    @Transactional(noRollbackFor = FtopRefusedException.class)
    public void confirmCanceled(UUID engagementId) {
        for (FtopTask task : ledger.findAll(engagementId)) {
            if (task.status() == FtopTaskStatus.CANCELED && !task.isAcknowledged()) {
                if (task.acknowledgedStatus() != null) {
                    ftop.close(task, FtopTaskStatus.CANCELED);
                }
                ledger.acknowledge(engagementId, task.catalogId(), FtopTaskStatus.CANCELED, task.ftopReference());
                announce(task);
            }
        }
    }

    private void close(FtopTask task, FtopTaskStatus status, String declineReason) {
        if (task.status() != FtopTaskStatus.OPEN) {
            return;
        }
        ftop.close(task, status);
        ledger.close(task, status, declineReason, now());
        ledger.acknowledge(task.engagementId(), task.catalogId(), status, task.ftopReference());
        announce(get(task.engagementId(), task.catalogId()));
    }

    private void announce(FtopTask task) {
        log.info("FTOP task {} of engagement {} is {}", task.catalogId(), task.engagementId(), task.status());
        events.publishEvent(new FtopTaskChanged(
                task.engagementId(), task.catalogId(), task.name(), task.status(), task.ftopReference()));
    }

    private FtopTask get(UUID engagementId, String catalogId) {
        return ledger.find(engagementId, catalogId)
                .orElseThrow(() -> new NoSuchElementException(
                        "Engagement %s has no FTOP task %s".formatted(engagementId, catalogId)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
