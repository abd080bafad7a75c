package org.acmconversation.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.acmconversation.contract.OnH2;
import org.acmconversation.database.Transactions;
import org.acmconversation.release.MigrationRepository.Running;
import org.acmconversation.release.RunningEngagements.Mapping;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which engagements are migrated. Tests are rolled back, so that no node migrates them. */
@OnH2
class MigrationRepositoryTest {

    @Autowired
    MigrationRepository migrations;

    @Autowired
    ReleaseRepository releases;

    @Autowired
    Transactions transactions;

    private Running plan() {
        return migrations.running().orElseThrow();
    }

    /** A node is migrating to a release when somebody corrects the mappings. */
    @Test
    void noEngagementMovesWithReplacedMappings() {
        transactions.tryOut(() -> {
            long release = releases.active().orElseThrow().number();
            migrations.endAll();
            migrations.plan(release, List.of("one"), List.of());
            Running replaced = plan();
            migrations.plan(release, List.of("one"), List.of(new Mapping("process", "from", "to")));

            assertThat(plan()).isNotEqualTo(replaced);
            assertThat(migrations.mark(replaced, "one")).isFalse();
            migrations.stays(replaced, "one", "esperan", null);
            migrations.end(replaced);

            assertThat(migrations.waiting(release, 10)).containsExactly("one");
            assertThat(migrations.mark(plan(), "one")).isTrue();
            return release;
        });
    }

    @Test
    void tellsWhyEngagementsStay() {
        Migration migration = transactions.tryOut(() -> {
            long release = releases.active().orElseThrow().number();
            migrations.plan(release, List.of("one", "other"), List.of());
            migrations.stays(plan(), "one", "esperan", "The activity");
            migrations.stays(plan(), "other", "esperan", "x".repeat(3_000));
            return migrations.of(release);
        });

        assertThat(migration.reasons()).containsExactly(new Migration.Reason("esperan", 2, "The activity"));
    }

    /** One that began while the release was published is part of the migration once, whatever became of it. */
    @Test
    void addsEachEngagementOnce() {
        Migration migration = transactions.tryOut(() -> {
            long release = releases.active().orElseThrow().number();
            migrations.plan(release, List.of("one"), List.of());
            migrations.stays(plan(), "one", "esperan", null);
            migrations.end(plan());

            assertThat(migrations.add(release, List.of("one"))).isZero();
            assertThat(migrations.of(release).state()).isEqualTo(Migration.State.DONE);
            assertThat(migrations.add(release, List.of("one", "late"))).isOne();
            assertThat(migrations.waiting(release, 10)).containsExactly("late");
            return migrations.of(release);
        });

        assertThat(migration.state()).isEqualTo(Migration.State.RUNNING);
        assertThat(migration.planned()).isEqualTo(2);
    }

    @Test
    void checksOnceForEngagementsStartedDuringThePublication() {
        transactions.tryOut(() -> {
            long release = releases.active().orElseThrow().number();
            Instant later = Instant.now().plusSeconds(60);
            migrations.plan(release, List.of(), List.of());
            assertThat(migrations.pendingFinalCheck(later)).isEmpty();
            migrations.end(plan());
            assertThat(migrations.pendingFinalCheck(later)).contains(release);
            assertThat(migrations.pendingFinalCheck(Instant.now().minusSeconds(60)))
                    .isEmpty();

            migrations.recordFinalCheck(release);
            assertThat(migrations.pendingFinalCheck(later)).isEmpty();

            migrations.plan(release, List.of(), List.of());
            migrations.endAll();
            assertThat(migrations.pendingFinalCheck(later)).isEmpty();
            return release;
        });
    }

    /** A node has read which are waiting, and is about to move them, when a release is rolled back. */
    @Test
    void noEngagementMovesAfterTheEndOfAMigration() {
        Migration ended = transactions.tryOut(() -> {
            long release = releases.active().orElseThrow().number();
            migrations.endAll();
            migrations.plan(release, List.of("arrived", "next"), List.of());
            Running plan = plan();
            assertThat(migrations.mark(plan, "arrived")).isTrue();

            migrations.endAll();

            assertThat(migrations.mark(plan, "next")).isFalse();
            assertThat(migrations.waiting(release, 10)).isEmpty();
            return migrations.of(release);
        });

        assertThat(ended.state()).isEqualTo(Migration.State.DONE);
        assertThat(ended.planned()).isEqualTo(2);
        assertThat(ended.migrated()).isOne();
        assertThat(ended.left()).isOne();
    }
}
