package org.acmconversation.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
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
        prepared(postgres);
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
    void noticesThatItsAddressLeadsToAnotherServer() throws IOException {
        try (EmbeddedPostgres other = EmbeddedPostgres.start()) {
            prepared(other);
            DataSource copy = other.getDatabase("acm", "postgres");
            var address = new DelegatingDataSource(database);
            RestoredDatabase node = startNode(address, false);
            RestoredDatabase quiet = startNode(address, true);

            address.setTargetDataSource(copy);
            assertThatExceptionOfType(RestoredDatabaseException.class).isThrownBy(node::requireSame);
            assertThatExceptionOfType(RestoredDatabaseException.class).isThrownBy(node::requireSame);
            assertThatCode(quiet::requireSame).doesNotThrowAnyException();

            address.setTargetDataSource(database);
            assertThatCode(node::requireSame).doesNotThrowAnyException();
            assertThat(restores).isZero();
        }
    }

    @Test
    void asksForARestartAfterAStandbyTookOver(@TempDir Path folder, CapturedOutput log) throws IOException {
        DelegatingDataSource address;
        RestoredDatabase node;
        try (EmbeddedPostgres primary = onFolder(folder)) {
            prepared(primary);
            address = new DelegatingDataSource(primary.getDatabase("acm", "postgres"));
            node = startNode(address, null);
        }
        Files.createFile(folder.resolve("standby.signal"));
        try (EmbeddedPostgres standby = onFolder(folder)) {
            address.setTargetDataSource(standby.getDatabase("acm", "postgres"));
            node.requireSame();
            assertThat(log).doesNotContain("a standby took over");
            JdbcClient.create(standby.getPostgresDatabase())
                    .sql("select pg_promote()")
                    .query(Boolean.class)
                    .single();

            node.requireSame();
            node.requireSame();
            assertThat(log.getAll()).containsOnlyOnce("a standby took over: restart one node");
            assertThat(restores).isZero();

            startNode(address, null);
            startNode(address, null);
            assertThat(restores).isOne();
        }
    }

    private static EmbeddedPostgres onFolder(Path folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .start();
    }

    private static DataSource prepared(EmbeddedPostgres server) {
        JdbcClient superuser = JdbcClient.create(server.getPostgresDatabase());
        superuser.sql("create role acm login").update();
        new ResourceDatabasePopulator(
                        new FileSystemResource("src/main/resources/db/common/V173__database_identity.sql"))
                .execute(server.getPostgresDatabase());
        superuser.sql("grant select, update on database_identity to acm").update();
        return server.getPostgresDatabase();
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
        startNode(database, quiet);
    }

    private RestoredDatabase startNode(DataSource address, Boolean quiet) {
        return new RestoredDatabase(
                new JdbcTemplate(address),
                new DataSourceTransactionManager(address),
                new QuietProperties(quiet),
                List.of(() -> restores++));
    }
}
