package org.acmconversation.ftop;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.acmconversation.engagement.EngagementEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Use cases of an engagement's FTOP tasks. The desired state is committed to the ledger before the call to FTOP, and
 * FTOP's confirmation right after it, each in its own transaction. Whatever fails in between, and even if the
 * engagement is withdrawn concurrently, the ledger knows that FTOP may have been called. All use cases are therefore
 * idempotent and continue where they stopped.
 */
@Service
public class FtopTasks {

    private static final Logger log = LoggerFactory.getLogger(FtopTasks.class);

    private final FtopLedger ledger;
    private final LedgerTransactions transactions;
    private final Ftop ftop;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FtopTasks(
            FtopLedger ledger,
            LedgerTransactions transactions,
            Ftop ftop,
            ApplicationEventPublisher events,
            Clock clock) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.ftop = ftop;
        this.events = events;
        this.clock = clock;
    }

    /** Returns all tasks of an engagement, oldest first. */
    public List<FtopTask> of(UUID engagementId) {
        return ledger.findAll(engagementId);
    }

    /**
     * Creates tasks in the given order. Existing and dropped tasks are left unchanged.
     *
     * @return the engagement's current tasks by catalog id
     * @throws FtopRefusedException if FTOP refuses a task; the following tasks are not created yet
     * @throws FtopUnavailableException if FTOP is unavailable; the following tasks are not created yet
     * @throws IllegalStateException if the engagement was withdrawn concurrently
     */
    public Map<String, FtopTask> open(UUID engagementId, List<CatalogTask> catalogTasks) {
        // The first one with an id counts.
        Map<String, CatalogTask> asked = new LinkedHashMap<>();
        catalogTasks.forEach(task -> asked.putIfAbsent(task.catalogId(), task));
        Map<String, FtopTask> known = transactions.whileRunning(engagementId, () -> wanted(engagementId, asked));
        List<FtopTask> unconfirmed = asked.keySet().stream()
                .map(known::get)
                .filter(task -> task.wanted() == FtopTaskStatus.OPEN && !task.isAcknowledged())
                .toList();
        for (FtopTask task : unconfirmed) {
            CatalogTask catalogTask = Objects.requireNonNull(asked.get(task.catalogId()));
            ask(task, () -> ftop.create(engagementId, catalogTask));
        }
        return unconfirmed.isEmpty() ? known : byCatalogId(ledger.findAll(engagementId));
    }

    private Map<String, FtopTask> wanted(UUID engagementId, Map<String, CatalogTask> asked) {
        Map<String, FtopTask> tasks = byCatalogId(ledger.findAll(engagementId));
        List<CatalogTask> unknown = asked.values().stream()
                .filter(task -> !tasks.containsKey(task.catalogId()))
                .toList();
        if (!unknown.isEmpty()) {
            tasks.putAll(byCatalogId(ledger.insert(engagementId, unknown, clock.instant())));
        }
        return tasks;
    }

    private static Map<String, FtopTask> byCatalogId(List<FtopTask> tasks) {
        return tasks.stream()
                .collect(Collectors.toMap(FtopTask::catalogId, task -> task, (one, other) -> one, HashMap::new));
    }

    /**
     * Completes an open task.
     *
     * @throws FtopRefusedException if FTOP refuses it
     * @throws FtopUnavailableException if FTOP is unavailable
     */
    public void complete(UUID engagementId, String catalogId) {
        close(engagementId, catalogId, FtopTaskStatus.COMPLETED, null);
    }

    /**
     * Declines an open optional task.
     *
     * @param reason the customer's reason
     * @throws FtopRefusedException if FTOP refuses it
     * @throws FtopUnavailableException if FTOP is unavailable
     */
    public void decline(UUID engagementId, String catalogId, String reason) {
        close(engagementId, catalogId, FtopTaskStatus.DECLINED, reason);
    }

    private void close(UUID engagementId, String catalogId, FtopTaskStatus status, @Nullable String declineReason) {
        FtopTask task = transactions.inNewTransaction(engagementId, () -> {
            FtopTask found = ledger.get(engagementId, catalogId);
            if (found.mandatory() && status == FtopTaskStatus.DECLINED) {
                throw new IllegalStateException(
                        "FTOP task %s of engagement %s is mandatory".formatted(catalogId, engagementId));
            }
            return found.wanted() == FtopTaskStatus.OPEN
                    ? ledger.close(found, status, declineReason, clock.instant())
                    : found;
        });
        tellClosed(task);
    }

    /** Drops a task that FTOP refuses: it is canceled in the ledger without calling FTOP again. */
    public void drop(UUID engagementId, String catalogId) {
        transactions.inNewTransaction(engagementId, () -> {
            FtopTask task = ledger.get(engagementId, catalogId);
            ledger.close(task, FtopTaskStatus.CANCELED, null, clock.instant());
            confirm(task, new FtopRecord(task.key(), task.ftopReference(), FtopTaskStatus.CANCELED));
            return null;
        });
    }

    /**
     * Cancels all tasks that FTOP has not confirmed as closed, in the transaction of the withdrawal. The process tells
     * FTOP later; tasks that FTOP has closed meanwhile keep their status.
     */
    @EventListener
    void cancelOpen(EngagementEvent.Withdrawn withdrawal) {
        for (FtopTask task : ledger.findAll(withdrawal.engagementId())) {
            if (task.status() == FtopTaskStatus.OPEN) {
                ledger.close(task, FtopTaskStatus.CANCELED, null, clock.instant());
            }
        }
    }

    /**
     * Sends each closed but unconfirmed task to FTOP. This includes tasks that may not have been created, so that FTOP
     * never creates them.
     *
     * @throws FtopRefusedException if FTOP refuses it
     * @throws FtopUnavailableException if FTOP is unavailable
     */
    public void confirmClosed(UUID engagementId) {
        ledger.findAll(engagementId).forEach(this::tellClosed);
    }

    private void tellClosed(FtopTask task) {
        if (task.wanted() != FtopTaskStatus.OPEN && !task.isAcknowledged()) {
            ask(task, () -> ftop.close(task.key(), task.wanted(), task.declineReason()));
        }
    }

    private void ask(FtopTask task, Supplier<FtopRecord> call) {
        try {
            FtopRecord answer = call.get();
            transactions.inNewTransaction(task.engagementId(), () -> {
                confirm(task, answer);
                return null;
            });
        } catch (FtopUnavailableException failure) {
            log.warn(
                    "FTOP did not confirm task {} of engagement {}: {}, {}",
                    task.catalogId(),
                    task.engagementId(),
                    failure.kind(),
                    failure.getMessage());
            transactions.inNewTransaction(task.engagementId(), () -> {
                ledger.failed(task.key(), failure.kind(), clock.instant());
                return null;
            });
            throw failure;
        } catch (FtopRefusedException refusal) {
            transactions.inNewTransaction(task.engagementId(), () -> {
                ledger.answered(task.key());
                return null;
            });
            throw refusal;
        }
    }

    /** Updates a task's FTOP reference, for example after a lost task was re-created. */
    void updateReference(FtopTask task, FtopRecord record) {
        transactions.inNewTransaction(task.engagementId(), () -> {
            if (ledger.updateReference(record)) {
                log.info("FTOP task {} of engagement {} has a new reference", task.catalogId(), task.engagementId());
                publish(task, record.status(), record.reference());
            }
            return null;
        });
    }

    private void confirm(FtopTask task, FtopRecord record) {
        if (ledger.confirm(record, clock.instant())) {
            log.info("FTOP task {} of engagement {} is {}", task.catalogId(), task.engagementId(), record.status());
            publish(task, record.status(), record.reference() == null ? task.ftopReference() : record.reference());
        }
    }

    private void publish(FtopTask task, FtopTaskStatus status, @Nullable String reference) {
        events.publishEvent(new FtopTaskChanged(task.engagementId(), task.catalogId(), task.name(), status, reference));
    }
}
