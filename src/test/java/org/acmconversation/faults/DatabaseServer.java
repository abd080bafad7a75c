package org.acmconversation.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.acmconversation.loopback.ReservedPort;

/** PostgreSQL with durability turned on, which can crash and recover. */
class DatabaseServer implements AutoCloseable {

    private final Path data;
    private final ReservedPort port = new ReservedPort();
    private EmbeddedPostgres server;

    DatabaseServer(Path data) throws IOException {
        this.data = data;
        this.server = start();
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port.number())
                // After a crash it replays its write-ahead log first.
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    String jdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Stops it in immediate mode, which is like a crash: it recovers from its write-ahead log at the next start. */
    void crashAndRecover() throws IOException, InterruptedException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster)).start().waitFor();
        ProcessHandle.of(postmaster)
                .ifPresent(process ->
                        process.onExit().orTimeout(30, TimeUnit.SECONDS).join());
        server.close();
        server = start();
    }

    /** Makes locks, claims and pauses of nodes an hour older. Call it while no node runs. */
    void letAnHourPass() throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("update shedlock set lock_until = lock_until - interval '1 hour'");
            statement.execute("update mail set due_at = due_at - interval '1 hour'");
            statement.execute("update teams_channel set posted_at = posted_at - interval '1 hour'");
        }
    }

    /**
     * Makes a person's unread notifications a digest that is due, as a node does at 08:30 of a working day. Does
     * nothing if there are none.
     */
    void makeDigestDue(String person) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(), "postgres", "");
                PreparedStatement statement = connection.prepareStatement("""
                        with news as (
                          update notification set digest = ? where person = ? and digest is null and read_at is null
                          returning digest)
                        insert into mail
                          (id, mail_key, composer, reference, status, attempts, due_at, give_up_at, created_at)
                        select gen_random_uuid(), digest, 'digest', ?, 'WAITING', 0, now(), now() + interval '1 day', now()
                        from news limit 1
                        """)) {
            statement.setString(1, "digest/" + UUID.randomUUID());
            statement.setString(2, person);
            statement.setString(3, person);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        port.close();
    }
}
