package org.acmconversation.ftop.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.acmconversation.ftop.CatalogTask;
import org.acmconversation.ftop.FastTrackRole;
import org.acmconversation.ftop.Ftop;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.FtopTaskStatus;
import org.junit.jupiter.api.Test;

class EmbeddedFtopTest {

    private static final CatalogTask TASK =
            new CatalogTask("4047", "Conversación", true, FastTrackRole.FASTTRACK_MANAGER, List.of());

    private final Ftop ftop = new EmbeddedFtop();

    @Test
    void referencesAreStable() {
        UUID engagementId = UUID.randomUUID();

        var created = ftop.create(engagementId, TASK);
        var closed = ftop.close(created.key(), FtopTaskStatus.COMPLETED, null);

        assertThat(ftop.create(engagementId, TASK)).isEqualTo(created);
        assertThat(closed.reference()).isEqualTo(created.reference());
        assertThat(closed.status()).isEqualTo(FtopTaskStatus.COMPLETED);
    }

    @Test
    void referencesAreUniqueForTimeOrderedIds() {
        UUID engagementId = UUID.fromString("01a213ac-f067-7032-9d05-a94f1a20733c");
        UUID nextId = UUID.fromString("01a213ac-f067-7032-9d05-a94f1a20733d");

        assertThat(ftop.create(nextId, TASK).reference())
                .isNotEqualTo(ftop.create(engagementId, TASK).reference());
    }

    @Test
    void tasksWithOlderRandomIdsKeepTheirReferences() {
        UUID engagementId = UUID.fromString("5d31b9ce-d01a-4453-8c9b-d222686b8150");

        assertThat(ftop.create(engagementId, TASK).reference()).isEqualTo("4047-5d31b9ce");
    }

    @Test
    void storesNoTasks() {
        FtopKey key = ftop.create(UUID.randomUUID(), TASK).key();

        assertThat(ftop.find(List.of(key))).isEmpty();
        assertThat(ftop.open(null, Ftop.MAX_RECORDS)).isEmpty();
    }
}
