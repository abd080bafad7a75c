package org.acmconversation.ftop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acmconversation.ftop.FtopUnavailableException.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A reconciliation during which FTOP fails: because of one task, or as a whole. */
class ReconciliationFailuresTest {

    private final Ftop ftop = mock();
    private final FtopLedger ledger = mock();
    private final FtopJobs jobs = mock();
    private final FtopTask poison = task("4047");
    private final FtopTask other = task("4048");
    private final FtopKey givenUp = new FtopKey(UUID.randomUUID(), "4049");
    private final Reconciliation reconciliation = new Reconciliation(
            ftop,
            ledger,
            mock(),
            jobs,
            mock(),
            mock(),
            new ReconciliationProperties(Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofDays(30)),
            Clock.systemUTC());

    private static FtopTask task(String catalogId) {
        return new FtopTask(
                UUID.randomUUID(),
                catalogId,
                "Task",
                true,
                FastTrackRole.values()[0],
                FtopTaskStatus.OPEN,
                FtopTaskStatus.OPEN,
                Instant.now(),
                null,
                "reference",
                null,
                null);
    }

    @BeforeEach
    void bothTasksAreLost() {
        when(ftop.open(any(), anyInt())).thenReturn(List.of());
        when(ftop.find(any())).thenReturn(List.of());
        when(ledger.findAll(anyCollection())).thenReturn(List.of());
        when(ledger.confirmedAfter(isNull(), any(), anyInt())).thenReturn(List.of(poison, other));
        when(ledger.confirmedAfter(eq(other.key()), any(), anyInt())).thenReturn(List.of());
        for (FtopTask task : List.of(poison, other)) {
            when(ledger.find(task.engagementId(), task.catalogId())).thenReturn(Optional.of(task));
        }
        when(ftop.create(eq(other.engagementId()), any()))
                .thenReturn(new FtopRecord(other.key(), "reference", FtopTaskStatus.OPEN));
        when(ledger.waiting()).thenReturn(List.of(givenUp));
        when(jobs.runAgainIfGivenUp(givenUp)).thenReturn(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "NOT_UNDERSTOOD"})
    void oneTaskDoesNotKeepTheOthersFromBeingRepaired(Kind kind) {
        when(ftop.create(eq(poison.engagementId()), any()))
                .thenThrow(new FtopUnavailableException(kind, "FTOP responded with 500", null));

        ReconciliationRun run = reconciliation.run();

        assertThat(run.failure()).isNull();
        assertThat(run.unrepaired()).isOne();
        assertThat(run.repaired()).isOne();
        assertThat(run.askedAgain()).isOne();
    }

    @Test
    void oneTaskThatCannotBeFoundDoesNotKeepTheOthersFromBeingRepaired() {
        when(ftop.find(List.of(poison.key())))
                .thenThrow(new FtopUnavailableException(Kind.FAILED, "FTOP responded with 500", null));

        ReconciliationRun run = reconciliation.run();

        assertThat(run.failure()).isEqualTo(Kind.FAILED);
        assertThat(run.repaired()).isOne();
        assertThat(run.askedAgain()).isOne();
    }

    @Test
    void looksUpEachTaskIfTheyCannotBeReturnedTogether() {
        when(ftop.find(List.of(poison.key(), other.key())))
                .thenThrow(new FtopUnavailableException(Kind.NOT_UNDERSTOOD, "Unknown status", null));
        when(ftop.find(List.of(poison.key())))
                .thenReturn(List.of(new FtopRecord(poison.key(), "reference", FtopTaskStatus.OPEN)));

        ReconciliationRun run = reconciliation.run();

        assertThat(run.failure()).isNull();
        assertThat(run.repaired()).isOne();
        assertThat(run.unrepaired()).isZero();
    }

    /** A withdrawal has canceled the task since it was looked up. */
    @Test
    void doesNotReopenACanceledTask() {
        when(ftop.create(eq(poison.engagementId()), any()))
                .thenReturn(new FtopRecord(poison.key(), "reference", FtopTaskStatus.CANCELED));

        ReconciliationRun run = reconciliation.run();

        assertThat(run.failure()).isNull();
        assertThat(run.unrepaired()).isOne();
        assertThat(run.repaired()).isOne();
        verify(ftop, never()).close(any(), any(), any());
    }

    @Test
    void anOutageAbortsTheRun() {
        when(ftop.create(eq(poison.engagementId()), any()))
                .thenThrow(new FtopUnavailableException(Kind.UNREACHABLE, "No connection", null));

        ReconciliationRun run = reconciliation.run();

        assertThat(run.failure()).isEqualTo(Kind.UNREACHABLE);
        assertThat(run.repaired()).isZero();
    }
}
