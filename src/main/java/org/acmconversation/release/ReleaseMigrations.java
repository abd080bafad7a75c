package org.acmconversation.release;

import java.util.List;
import org.acmconversation.operations.SharedWork;
import org.acmconversation.problem.Outage;
import org.acmconversation.release.MigrationRepository.Running;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Migrates running engagements to a release, one transaction each. One node at a time does it; if it dies, another goes
 * on. An engagement that cannot be moved stays in its old version, running.
 */
@Component
class ReleaseMigrations {

    private static final Logger log = LoggerFactory.getLogger(ReleaseMigrations.class);

    /** How many are tried first; if the migration of all of them breaks, the others are left alone. */
    private static final int FIRST = 10;

    private static final int BATCH = 100;

    private final MigrationRepository migrations;
    private final RunningEngagements engagements;
    private final LateEngagements late;
    private final TransactionTemplate transaction;

    /** What became of an engagement. */
    private enum Outcome {
        MOVED,
        /** It has no place in the new models, or is no longer to move; that says nothing about the others. */
        STAYS,
        BROKEN
    }

    /** A person may work on the engagement at the same moment. */
    private final RetryTemplate retry = RetryTemplate.builder()
            .maxAttempts(5)
            .exponentialBackoff(20, 2, 500, true)
            .retryOn(ConcurrencyFailureException.class)
            .build();

    ReleaseMigrations(
            MigrationRepository migrations,
            RunningEngagements engagements,
            LateEngagements late,
            PlatformTransactionManager transactionManager,
            SharedWork work,
            ReleaseProperties properties) {
        this.migrations = migrations;
        this.engagements = engagements;
        this.late = late;
        this.transaction = new TransactionTemplate(transactionManager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        work.whenDue(
                properties.migrationInterval(),
                "release-migration",
                () -> migrations.running().isPresent() || late.isDue(),
                this::resume);
    }

    /** Completes the migration that was started, if there is one. */
    void resume() {
        if (migrations.running().isEmpty()) {
            late.runFinalCheck();
        }
        migrations.running().ifPresent(this::run);
    }

    private void run(Running migration) {
        long release = migration.release();
        List<String> first = migrations.waiting(release, FIRST);
        boolean isFirst = migrations.of(release).migrated() == 0;
        long broken = first.stream()
                .filter(rootInstanceId -> move(migration, rootInstanceId) == Outcome.BROKEN)
                .count();
        if (isFirst && broken == FIRST) {
            log.warn("Moving each of the first {} engagements to release {} failed; the others stay", FIRST, release);
        } else {
            do {
                moveAll(migration);
            } while (isStillRunning(migration) && late.join(release));
        }
        if (isStillRunning(migration)) {
            migrations.end(migration);
            Migration done = migrations.of(release);
            log.info("{} engagements moved to release {}; {} stay", done.migrated(), release, done.failed());
        }
    }

    private void moveAll(Running migration) {
        try (var threads = new MigrationThreads()) {
            List<String> next = migrations.waiting(migration.release(), BATCH);
            while (!next.isEmpty() && isStillRunning(migration)) {
                threads.forEach(next, rootInstanceId -> move(migration, rootInstanceId));
                next = migrations.waiting(migration.release(), BATCH);
            }
        }
    }

    /** Another release may have become active meanwhile, or the same one may have got other mappings. */
    private boolean isStillRunning(Running migration) {
        return migrations.running().filter(migration::equals).isPresent();
    }

    private Outcome move(Running migration, String rootInstanceId) {
        try {
            boolean hasMoved = Boolean.TRUE.equals(retry.execute(attempt -> transaction.execute(status -> {
                boolean isOurs = migrations.mark(migration, rootInstanceId);
                if (isOurs) {
                    engagements.migrate(rootInstanceId, migration.deploymentId(), migration.mappings());
                }
                return isOurs;
            })));
            return hasMoved ? Outcome.MOVED : Outcome.STAYS;
        } catch (CannotMigrateException e) {
            log.warn("Process instance {} stays in its version: {}", rootInstanceId, e.getMessage());
            stays(migration, rootInstanceId, e);
            return e.isWithoutPlace() ? Outcome.STAYS : Outcome.BROKEN;
        } catch (RuntimeException e) {
            if (Outage.isCauseOf(e) && !(e instanceof ConcurrencyFailureException)) {
                // A temporary failure: the next run retries.
                throw e;
            }
            // Any other failure must not stop the engagements behind this one.
            log.warn("Process instance {} stays in its version", rootInstanceId, e);
            stays(migration, rootInstanceId, new CannotMigrateException(e));
            return Outcome.BROKEN;
        }
    }

    private void stays(Running migration, String rootInstanceId, CannotMigrateException why) {
        transaction.executeWithoutResult(
                status -> migrations.stays(migration, rootInstanceId, why.reason(), why.getMessage()));
    }
}
