package org.acmconversation.ftop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FtopTaskTest {

    private static final UUID ENGAGEMENT = new UUID(1, 2);
    private static final Instant CREATED = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant CLOSED = Instant.parse("2026-01-02T10:00:00Z");
    private static final CatalogTask CATALOG_TASK =
            new CatalogTask("4047", "Conduct the conversation", true, FastTrackRole.FASTTRACK_MANAGER, List.of());

    private final FtopTask created = FtopTask.created(ENGAGEMENT, CATALOG_TASK, CREATED);

    @Test
    void newTasksAreOpenAndUnknownToFtop() {
        assertThat(created.status()).isEqualTo(FtopTaskStatus.OPEN);
        assertThat(created.isAcknowledged()).isFalse();
        assertThat(created.closedAt()).isNull();
        assertThat(created.createdAt()).isEqualTo(CREATED);
        assertThat(created.key()).isEqualTo(new FtopKey(ENGAGEMENT, "4047"));
        assertThat(created.catalogTask()).isEqualTo(CATALOG_TASK);
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "DECLINED"})
    void closedTasksLookOpenUntilFtopConfirms(FtopTaskStatus status) {
        FtopTask closed = created.closed(status, "No quieren", CLOSED);

        assertThat(closed.wanted()).isEqualTo(status);
        assertThat(closed.declineReason()).isEqualTo("No quieren");
        assertThat(closed.status()).isEqualTo(FtopTaskStatus.OPEN);
        assertThat(closed.closedAt()).isNull();

        FtopTask acknowledged = acknowledged(closed, CLOSED);

        assertThat(acknowledged.status()).isEqualTo(status);
        assertThat(acknowledged.closedAt()).isEqualTo(CLOSED);
    }

    @Test
    void canceledTasksAreCanceledAtOnce() {
        FtopTask canceled = created.closed(FtopTaskStatus.CANCELED, null, CLOSED);

        assertThat(canceled.isAcknowledged()).isFalse();
        assertThat(canceled.status()).isEqualTo(FtopTaskStatus.CANCELED);
        assertThat(canceled.closedAt()).isEqualTo(CLOSED);
    }

    private static FtopTask acknowledged(FtopTask task, Instant closedAt) {
        return new FtopTask(
                task.engagementId(),
                task.catalogId(),
                task.name(),
                task.mandatory(),
                task.role(),
                task.wanted(),
                task.wanted(),
                task.createdAt(),
                closedAt,
                "FTOP-1",
                task.declineReason(),
                null);
    }
}
