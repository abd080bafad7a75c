package org.acmconversation.release;

import java.time.Clock;
import java.time.Duration;
import org.acmconversation.database.Transactions;
import org.springframework.stereotype.Component;

/**
 * Finds engagements that began with the old models while a release was being published: they were not running yet when
 * the migration was planned. All running engagements were to move, so these move, too.
 */
@Component
class LateEngagements {

    /** After this long, no transaction still starts an engagement with the old models, however slow the node. */
    private static final Duration MAX_TRANSACTION_AGE = Duration.ofMinutes(1);

    private final MigrationRepository migrations;
    private final ReleaseRepository releases;
    private final Impacts impacts;
    private final Transactions transactions;
    private final Clock clock;

    LateEngagements(
            MigrationRepository migrations,
            ReleaseRepository releases,
            Impacts impacts,
            Transactions transactions,
            Clock clock) {
        this.migrations = migrations;
        this.releases = releases;
        this.impacts = impacts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Adds them to a migration that is running. Returns whether there are any. */
    boolean join(long release) {
        return transactions.run(
                () -> isActive(release) && migrations.add(release, impacts.affected(releases.files(release))) > 0);
    }

    /** Whether the last migration has ended and the final check is still pending. */
    boolean isDue() {
        return migrations
                .pendingFinalCheck(clock.instant().minus(MAX_TRANSACTION_AGE))
                .isPresent();
    }

    /** Runs the final check and resumes the migration if it finds any. */
    void runFinalCheck() {
        transactions.run(() -> {
            // A publication at this moment would end the migration.
            releases.lockActive();
            return migrations
                    .pendingFinalCheck(clock.instant().minus(MAX_TRANSACTION_AGE))
                    .map(release -> {
                        migrations.recordFinalCheck(release);
                        return join(release);
                    })
                    .orElse(false);
        });
    }

    private boolean isActive(long release) {
        return releases.lockActive()
                .filter(active -> active.number() == release)
                .isPresent();
    }
}
