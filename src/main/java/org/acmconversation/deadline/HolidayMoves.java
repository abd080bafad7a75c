package org.acmconversation.deadline;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acmconversation.calendar.HolidaysChanged;
import org.acmconversation.database.Transactions;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.operations.LogContext;
import org.acmconversation.operations.SharedWork;
import org.acmconversation.problem.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves the deadlines of a country or region after a change of its company days off, one transaction per engagement.
 * One node at a time does it; if it dies, another goes on.
 */
@Component
class HolidayMoves {

    private static final Logger log = LoggerFactory.getLogger(HolidayMoves.class);

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private static final int BATCH = 100;

    /** Nobody commits a task whose dates were counted without the change this long after it. */
    private static final Duration LATEST = Duration.ofMinutes(1);

    private final CountryMoves moves;
    private final Deadlines deadlines;
    private final Engagements engagements;
    private final Transactions transactions;
    private final Clock clock;

    HolidayMoves(
            CountryMoves moves,
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
        work.whenDue(INTERVAL, "deadlines", () -> next().isPresent(), this::moveAll);
    }

    /** Runs in the transaction of the change. */
    @EventListener
    void holidaysChanged(HolidaysChanged change) {
        moves.begin(change.country());
    }

    private Optional<CountryMove> next() {
        return moves.next(clock.instant().minus(LATEST));
    }

    private void moveAll() {
        Optional<CountryMove> next = next();
        while (next.isPresent()) {
            moveSome(next.get());
            next = next();
        }
    }

    private void moveSome(CountryMove move) {
        List<UUID> some = engagements.runningIn(move.country(), move.movedTo(), BATCH);
        some.forEach(this::move);
        if (some.size() == BATCH) {
            moves.movedTo(some.get(BATCH - 1), move);
        } else if (move.lookingAgain()) {
            moves.end(move);
        } else {
            moves.lookAgain(move);
        }
    }

    /** Reads the working days anew, so that it does not matter for which change it is called, or how often. */
    private void move(UUID engagementId) {
        try (var ignored = LogContext.about(engagementId)) {
            transactions.run(() -> {
                if (engagements.lock(engagementId).isRunning()) {
                    deadlines.calendarChanged(engagementId);
                }
                return null;
            });
        } catch (RuntimeException e) {
            if (Outage.isCauseOf(e)) {
                // Not this engagement's fault: the next run tries it again.
                throw e;
            }
            log.warn(
                    "The deadlines of engagement {} did not move; saving the day off again moves them",
                    engagementId,
                    e);
        }
    }
}
