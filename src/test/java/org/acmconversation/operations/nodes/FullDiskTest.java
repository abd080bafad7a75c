package org.acmconversation.operations.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A database on a disk that is really full, if this computer can mount one. */
@Tag("context")
class FullDiskTest {

    @TempDir
    Path folder;

    private Path disk;
    private EmbeddedPostgres server;

    @BeforeEach
    void mountASmallDisk() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString()),
                "Skipped: only root may mount a small disk to fill");
        server = EmbeddedPostgres.builder().start();
    }

    @AfterEach
    void unmountIt() throws Exception {
        if (server != null) {
            server.close();
            run("umount", disk.toString());
        }
    }

    @Test
    void isNotReadyWhileTheDatabasesDiskIsFull() throws IOException {
        var database = new JdbcTemplate(onTheSmallDisk());
        var transactions = new JdbcTransactionManager(database.getDataSource());
        var register = new NodeRegister(JdbcClient.create(database), () -> {}, transactions);
        var room = new DiskSpaceCheck(database, transactions);
        var node = new Node(UUID.randomUUID(), "node:8080", "1", Duration.ofMinutes(1), Map.of());
        try (var heartbeat = new Heartbeat(node, Set.of(), false, register, room::require, () -> {})) {
            heartbeat.beat();
            assertThat(health(heartbeat).getStatus()).isEqualTo(Status.UP);

            Path filling = fill();
            heartbeat.beat();

            assertThatThrownBy(() -> database.update(
                            "insert into data select repeat('x', 5000)" + " from generate_series(1, 100)"))
                    .hasMessageContaining("No space left on device");
            assertThatCode(() -> register.beat(node))
                    .as("a change within a page still goes well")
                    .doesNotThrowAnyException();
            assertThat(database.queryForObject("select count(*) from node", Integer.class))
                    .isEqualTo(1);
            assertThat(health(heartbeat).getStatus()).isEqualTo(Status.DOWN);
            assertThat(health(heartbeat).getDetails().get("problem").toString())
                    .contains("free up space on the database's computer")
                    .contains("53100");

            Files.delete(filling);
            heartbeat.beat();
            assertThat(health(heartbeat).getStatus()).isEqualTo(Status.UP);
        }
    }

    private static Health health(Heartbeat heartbeat) {
        return new HeartbeatHealthIndicator(heartbeat).health();
    }

    private DataSource onTheSmallDisk() {
        var main = new JdbcTemplate(server.getPostgresDatabase());
        main.execute("create tablespace small location '" + disk + "'");
        main.execute("create database small tablespace small");
        DataSource small = server.getDatabase("postgres", "small");
        var database = new JdbcTemplate(small);
        database.execute("create table data (content text)");
        new ResourceDatabasePopulator(new ClassPathResource("db/common/V50__nodes.sql")).execute(small);
        return small;
    }

    private Path fill() throws IOException {
        Path filling = disk.resolve("filling");
        var block = new byte[4096];
        try (OutputStream file = Files.newOutputStream(filling)) {
            while (true) {
                file.write(block);
            }
        } catch (IOException full) {
            return filling;
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }
}
