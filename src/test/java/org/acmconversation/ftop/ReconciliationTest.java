package org.acmconversation.ftop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.acmconversation.ftop.simulator.Fault;
import org.acmconversation.timeline.Timeline;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Differences between the ledger and FTOP are repaired if that is safe, and reported otherwise. */
class ReconciliationTest extends WithSimulatedFtop {

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    ReconciliationReports reports;

    @Autowired
    Ftop ftop;

    @Autowired
    Timeline timeline;

    @Autowired
    ManagementService managementService;

    @Autowired
    MeterRegistry meters;

    @Autowired
    HikariDataSource pool;

    @Autowired
    UnknownFtopTasks unknown;

    @Autowired
    JdbcClient jdbc;

    @Test
    void leavesEqualTasksAlone() {
        FtopKey key = started();

        ReconciliationRun run = run();

        assertThat(run.failure()).isNull();
        assertThat(run.compared()).isPositive();
        assertThat(differences(run, key)).isEmpty();
        assertThat(there(key)).isEqualTo(FtopTaskStatus.OPEN);
    }

    @Test
    void recreatesATaskMissingInFtop() {
        FtopKey key = started();
        FTOP.forget(key);

        ReconciliationRun run = run();

        assertThat(there(key)).isEqualTo(FtopTaskStatus.OPEN);
        assertThat(differences(run, key)).containsExactly(Difference.of(key, FtopTaskStatus.OPEN, null, true));
    }

    @Test
    void publishesTheNewReferenceOfARecreatedTask() {
        FtopKey key = started();
        FTOP.forget(key);

        run();

        assertThat(task(key).ftopReference()).isEqualTo(referenceThere(key));
        assertThat(references(key)).endsWith(referenceThere(key)).doesNotHaveDuplicates();
    }

    @Test
    void publishesTheNewReferenceOfARecreatedClosedTask() {
        FtopKey key = started();
        ftopTasks.complete(key.engagementId(), key.catalogId());
        FTOP.forget(key);

        run();

        assertThat(there(key)).isEqualTo(FtopTaskStatus.COMPLETED);
        assertThat(task(key).ftopReference()).isEqualTo(referenceThere(key));
    }

    @Test
    void storesAReferenceThatAnInterruptedRepairMissed() {
        FtopKey key = started();
        FTOP.forget(key);
        ftop.create(key.engagementId(), task(key).catalogTask());

        ReconciliationRun run = run();

        assertThat(differences(run, key)).isEmpty();
        assertThat(task(key).ftopReference()).isEqualTo(referenceThere(key));
        assertThat(references(key)).hasSize(2);
        run();
        assertThat(references(key)).hasSize(2);
    }

    @Test
    void closesATaskThatIsClosedInTheLedger() {
        FtopKey key = started();
        ftopTasks.complete(key.engagementId(), key.catalogId());
        FTOP.forget(key);
        ftop.create(key.engagementId(), task(key).catalogTask());

        ReconciliationRun run = run();

        assertThat(there(key)).isEqualTo(FtopTaskStatus.COMPLETED);
        assertThat(differences(run, key))
                .containsExactly(Difference.of(key, FtopTaskStatus.COMPLETED, FtopTaskStatus.OPEN, true));
    }

    @Test
    void reportsATaskClosedInFtopByOthers() {
        FtopKey key = started();
        ftop.close(key, FtopTaskStatus.DECLINED, "by hand");

        ReconciliationRun run = run();

        assertThat(there(key)).isEqualTo(FtopTaskStatus.DECLINED);
        assertThat(task(key).status()).isEqualTo(FtopTaskStatus.OPEN);
        assertThat(differences(run, key))
                .containsExactly(Difference.of(key, FtopTaskStatus.OPEN, FtopTaskStatus.DECLINED, false));
    }

    @Test
    void reportsATaskUnknownToTheLedger() {
        FtopKey key = new FtopKey(UUID.randomUUID(), "4047");
        ftop.create(key.engagementId(), task(started()).catalogTask());

        ReconciliationRun run = run();

        assertThat(there(key)).isEqualTo(FtopTaskStatus.OPEN);
        assertThat(differences(run, key)).containsExactly(Difference.of(key, null, FtopTaskStatus.OPEN, false));
        FTOP.forget(key);
    }

    @Test
    void ignoresAcknowledgedUnknownTasks() {
        FtopKey key = new FtopKey(UUID.randomUUID(), "4047");
        FtopKey known = started();
        ftop.create(key.engagementId(), task(known).catalogTask());

        unknown.acknowledge(key, "Cerrada a mano", "operator");

        assertThat(differences(run(), key)).isEmpty();
        assertThatThrownBy(() -> unknown.acknowledge(known, "No", "operator"))
                .isInstanceOf(FtopTaskInLedgerException.class);
        FTOP.forget(key);
    }

    @Test
    void comparesOnlyTasksThatCanStillChange() {
        FtopKey old = started();
        FtopKey lately = started();
        ftopTasks.complete(old.engagementId(), old.catalogId());
        ftopTasks.complete(lately.engagementId(), lately.catalogId());
        FtopKey closedThere = new FtopKey(UUID.randomUUID(), "4047");
        ftop.close(closedThere, FtopTaskStatus.CANCELED, null);
        jdbc.sql("update ftop_task set closed_at = closed_at - interval '31' day where engagement_id = :id")
                .param("id", old.engagementId())
                .update();
        FTOP.forget(old);
        FTOP.forget(lately);

        ReconciliationRun run = run();

        assertThat(differences(run, old)).isEmpty();
        assertThat(differences(run, closedThere)).isEmpty();
        assertThat(differences(run, lately))
                .containsExactly(Difference.of(lately, FtopTaskStatus.COMPLETED, null, true));
    }

    @Test
    void comparesEveryPage() {
        List<FtopKey> keys = new ArrayList<>();
        CatalogTask catalogTask = task(started()).catalogTask();
        for (int i = 0; i < 2 * Ftop.MAX_RECORDS + 1; i++) {
            FtopKey key = new FtopKey(UUID.randomUUID(), "4047");
            ftop.create(key.engagementId(), catalogTask);
            keys.add(key);
        }

        ReconciliationRun run = run();

        assertThat(run.differences())
                .extracting(difference -> new FtopKey(difference.engagementId(), difference.catalogId()))
                .containsAll(keys);
        keys.forEach(FTOP::forget);
    }

    @Test
    void retriesAJobWithoutRetriesLeft() {
        FTOP.goDown();
        FtopKey key = new FtopKey(start(), "4047");
        eventually().until(() -> task(key) != null && task(key).waiting() != null);
        JobQuery failed = managementService
                .createJobQuery()
                .processInstanceId(engagements.get(key.engagementId()).processInstanceId())
                .withException();
        eventually().until(() -> failed.count() == 1);
        Job job = failed.singleResult();
        managementService.setJobRetries(job.getId(), 0);
        FTOP.comeBack();

        ReconciliationRun run = run();

        assertThat(run.askedAgain()).isOne();
        eventually().until(() -> there(key) == FtopTaskStatus.OPEN);
        eventually().until(() -> task(key).waiting() == null);
    }

    @Test
    void reportsAnAbortedRun() {
        started();
        FTOP.faults().next(Fault.NOT_JSON);

        assertThat(run().failure()).isEqualTo(FtopUnavailableException.Kind.NOT_UNDERSTOOD);
        eventually().until(() -> complete() == 0);
        assertThat(run().failure()).isNull();
        eventually().until(() -> complete() == 1);
    }

    @Test
    void releasesItsConnections() {
        started();

        run();

        eventually().until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
    }

    @Test
    void storesTheLastRun() {
        ReconciliationRun run = run();

        assertThat(reports.latest()).contains(run);
    }

    private static String referenceThere(FtopKey key) {
        return FTOP.task(key).orElseThrow().tasks().get(0).reference();
    }

    /** The published references, oldest first. */
    private List<Object> references(FtopKey key) {
        return timeline.of(key.engagementId()).stream()
                .map(entry -> entry.detail().get("ftopReference"))
                .filter(Objects::nonNull)
                .toList();
    }

    private double complete() {
        return meters.get("acm.ftop.reconciliation.complete").gauge().value();
    }

    private ReconciliationRun run() {
        return reconciliation.run();
    }

    private static List<Difference> differences(ReconciliationRun run, FtopKey key) {
        return run.differences().stream()
                .filter(difference -> difference.engagementId().equals(key.engagementId()))
                .toList();
    }
}
