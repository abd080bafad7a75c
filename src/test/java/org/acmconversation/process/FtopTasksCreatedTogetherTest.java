package org.acmconversation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.acmconversation.ftop.CatalogTask;
import org.acmconversation.ftop.FastTrackRole;
import org.acmconversation.ftop.FtopRefusedException;
import org.acmconversation.ftop.FtopTask;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.ftop.FtopTasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** FTOP tasks that are created together. */
@ProcessTest
class FtopTasksCreatedTogetherTest {

    private static final CatalogTask ONE = task("9001", "Una");
    private static final CatalogTask SAME = task("9001", "Otra");
    private static final CatalogTask NEXT = task("9002", "La siguiente");

    @Autowired
    Conversations conversations;

    @Autowired
    FtopTasks ftopTasks;

    @Autowired
    ScriptedFtop ftop;

    private UUID engagement;

    private static CatalogTask task(String catalogId, String name) {
        return new CatalogTask(catalogId, name, false, FastTrackRole.FASTTRACK_MANAGER, List.of());
    }

    @BeforeEach
    void start() {
        ftop.reset();
        engagement = conversations.start("TEAMS").engagement().id();
    }

    @Test
    void createsEachOnce() {
        var created = ftopTasks.open(engagement, List.of(ONE, NEXT));

        assertThat(created.values()).extracting(FtopTask::status).containsOnly(FtopTaskStatus.OPEN);
        assertThat(created).containsOnlyKeys("9001", "9002");
        assertThat(ftop.calls()).isEqualTo(2);
        assertThat(ftopTasks.open(engagement, List.of(ONE, NEXT))).isEqualTo(created);
        assertThat(ftop.calls()).isEqualTo(2);
    }

    @Test
    void createsOnlyTheFirstTaskWithAnId() {
        ftopTasks.open(engagement, List.of(ONE, SAME));

        assertThat(ftopTasks.of(engagement)).extracting(FtopTask::name).containsExactly("Una");
        assertThat(ftop.calls()).isEqualTo(1);
    }

    @Test
    void recordsButDoesNotSendTasksAfterARefusal() {
        ftop.refuse("9001");

        assertThatThrownBy(() -> ftopTasks.open(engagement, List.of(ONE, NEXT)))
                .isInstanceOf(FtopRefusedException.class);

        assertThat(ftop.calls()).isEqualTo(1);
        assertThat(ftopTasks.of(engagement)).extracting(FtopTask::ftopReference).containsExactly(null, null);
        ftop.acceptAgain();
        assertThat(ftopTasks.open(engagement, List.of(ONE, NEXT)).values())
                .extracting(FtopTask::ftopReference)
                .doesNotContainNull();
    }
}
