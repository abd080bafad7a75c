package org.acmconversation.deadline;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.acmconversation.calendar.HolidaysChanged;
import org.acmconversation.database.Transactions;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.operations.LogContext;
import org.acmconversation.operations.SharedWork;
import org.acmconversation.problem.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Moves the deadlines of a country or region after a change of its company days off, one transaction per engagement.
 * One node at a time does it; if it dies, another takes over.
 */
@Component
class DeadlineMover {

    private static final Logger log = LoggerFactory.getLogger(DeadlineMover.class);

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private static final String NAME = "deadlines";

    /** Callers usually see the new dates at once; many engagements take longer than anybody waits. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    private static final int BATCH = 100;

    /** After this long, every transaction that read the old days off has committed. */
    private static final Duration MAX_TRANSACTION_AGE = Duration.ofMinutes(1);

    private final PendingDeadlineMoves moves;
    private final Deadlines deadlines;
    private final Engagements engagements;
    private final Transactions transactions;
    private final Clock clock;
    private final SharedWork work;

    DeadlineMover(
            PendingDeadlineMoves moves,
            Deadlines deadlines,
            Engagements engagements,
            Transactions transactions,
            Clock clock,
            SharedWork work) {
        this.moves = moves;
        this.deadlines = deadlines;
        this.engagements = engagements;
        this.transactions = transactions;
        this.clock = clock;
        this.work = work;
        work.whenDue(INTERVAL, NAME, () -> next().isPresent(), this::moveAll);
    }

    /** Runs in the transaction of the change. */
    @EventListener
    void holidaysChanged(HolidaysChanged change) {
        moves.begin(change.country());
    }

    /** Starts immediately and waits briefly for completion. Events that were not processed are stored with the id. */
    @TransactionalEventListener(
            id =
                    "org.acmconversation.deadline.HolidayMoves.holidaysHaveChanged(org.acmconversation.calendar.HolidaysChanged)")
    void holidaysHaveChanged(HolidaysChanged change) {
        var moved = new CompletableFuture<Boolean>();
        try {
            if (work.startNow(NAME, () -> moveAll(moved))) {
                moved.completeOnTimeout(false, MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
            }
        } catch (TaskRejectedException e) {
            log.info("This node is stopping; another one moves the deadlines");
        }
    }

    private Optional<PendingDeadlineMove> next() {
        return moves.next(clock.instant().minus(MAX_TRANSACTION_AGE));
    }

    private void moveAll(CompletableFuture<Boolean> moved) {
        try {
            moveAll();
        } finally {
            moved.complete(true);
        }
    }

    private void moveAll() {
        Optional<PendingDeadlineMove> next = next();
        while (next.isPresent()) {
            moveSome(next.get());
            next = next();
        }
    }

    private void moveSome(PendingDeadlineMove move) {
        List<UUID> some = engagements.runningIn(move.country(), move.movedTo(), BATCH);
        some.forEach(this::move);
        if (some.size() == BATCH) {
            moves.saveProgress(some.get(BATCH - 1), move);
        } else if (move.lookingAgain()) {
            moves.end(move);
        } else {
            moves.startSecondPass(move);
        }
    }

    /** Reads the current working days, so it is idempotent and independent of the change that triggered it. */
    private void move(UUID engagementId) {
        try (var ignored = LogContext.about(engagementId)) {
            transactions.run(() -> {
                if (engagements.lock(engagementId).isRunning()) {
                    deadlines.calendarChanged(engagementId);
                }
            });
        } catch (RuntimeException e) {
            if (Outage.isCauseOf(e)) {
                // A temporary failure: the next run retries.
                throw e;
            }
            log.warn("Cannot move the deadlines of engagement {}; save the day off again to retry", engagementId, e);
        }
    }
}
