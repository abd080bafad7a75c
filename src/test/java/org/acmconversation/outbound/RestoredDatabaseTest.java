package org.acmconversation.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A node detects a database that was restored to an earlier state, and does not mistake a copy for the original. */
@Tag("context")
@ExtendWith(OutputCaptureExtension.class)
class RestoredDatabaseTest {

    private static EmbeddedPostgres postgres;
    private static DataSource database;

    private final JdbcClient jdbc = JdbcClient.create(database);
    private int restores;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        JdbcClient superuser = JdbcClient.create(postgres.getPostgresDatabase());
        superuser.sql("create role acm login").update();
        new ResourceDatabasePopulator(
                        new FileSystemResource("src/main/resources/db/common/V173__database_identity.sql"))
                .execute(postgres.getPostgresDatabase());
        superuser.sql("grant select, update on database_identity to acm").update();
        database = postgres.getDatabase("acm", "postgres");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void firstStart() {
        makeNew();
        startNode(null);
        assertThat(restores).isZero();
    }

    @Test
    void recognizesItself() {
        startNode(null);

        assertThat(restores).isZero();
    }

    @Test
    void requiresADecisionForACopy() {
        jdbc.sql("update database_identity set database_id = '1/2'").update();

        assertThatIllegalStateException()
                .isThrownBy(() -> startNode(null))
                .withMessageContaining("acm.quiet=true")
                .withMessageContaining("acm.quiet=false");
        assertThat(restores).isZero();
    }

    @Test
    void quietNodesDoNotAdoptACopy(CapturedOutput log) {
        jdbc.sql("update database_identity set database_id = '1/2'").update();

        startNode(true);

        assertThat(log).contains("This database was restored");
        assertThat(restores).isZero();
        assertThatIllegalStateException().isThrownBy(() -> startNode(null));
    }

    @Test
    void adoptsACopyOnce() {
        jdbc.sql("update database_identity set database_id = '1/2'").update();

        startNode(false);
        startNode(null);

        assertThat(restores).isOne();
    }

    @Test
    void adoptsARecoveredDatabase() {
        jdbc.sql("update database_identity set timeline = timeline - 1").update();

        startNode(null);
        startNode(null);

        assertThat(restores).isOne();
    }

    @Test
    void doesNotCallANewDatabaseRestored(CapturedOutput log) {
        makeNew();

        startNode(true);

        assertThat(log).doesNotContain("restored");
    }

    private void makeNew() {
        jdbc.sql("update database_identity set database_id = null, timeline = null")
                .update();
    }

    private void startNode(Boolean quiet) {
        var unused = new RestoredDatabase(
                new JdbcTemplate(database),
                new DataSourceTransactionManager(database),
                new QuietProperties(quiet),
                List.of(() -> restores++));
    }
}
