package org.acmconversation.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.acmconversation.contract.OnH2;
import org.acmconversation.database.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which engagements move, told in a transaction, so that no node moves them. */
@OnH2
class MigrationRepositoryTest {

    @Autowired
    MigrationRepository migrations;

    @Autowired
    ReleaseRepository releases;

    @Autowired
    Transactions transactions;

    /** A node has read which are waiting, and is about to move them, when a release is taken back. */
    @Test
    void noEngagementMovesAfterTheEndOfAMigration() {
        Migration ended = transactions.tryOut(() -> {
            long release = releases.active().orElseThrow().number();
            migrations.endAll();
            migrations.plan(release, List.of("arrived", "next"), List.of());
            assertThat(migrations.mark(release, "arrived", "MIGRATED", "")).isTrue();

            migrations.endAll();

            assertThat(migrations.mark(release, "next", "MIGRATED", "")).isFalse();
            assertThat(migrations.waiting(release, 10)).isEmpty();
            return migrations.of(release);
        });

        assertThat(ended.state()).isEqualTo(Migration.State.DONE);
        assertThat(ended.planned()).isEqualTo(2);
        assertThat(ended.migrated()).isOne();
        assertThat(ended.left()).isOne();
    }
}
