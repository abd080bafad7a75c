package org.acmconversation.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** One PostgreSQL for all contenders, a database each, durable as ever, that counts statements. */
class DatabaseServer implements AutoCloseable {

    private static final long TICKS_A_SECOND = 100;

    private final EmbeddedPostgres server;
    private final Path data;

    DatabaseServer() throws IOException, SQLException {
        data = Files.createTempDirectory("bench-database");
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "8GB")
                // None by chance while conversations are counted: each would have pages written whole once more.
                .setServerConfig("checkpoint_timeout", "1h")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("pg_stat_statements.max", "10000")
                .start();
        try (Connection connection = connect("postgres")) {
            // Who works with the product's tables does not own them.
            connection.createStatement().execute("create role acm login");
        }
    }

    String create(String database) throws SQLException {
        try (Connection connection = connect("postgres")) {
            connection.createStatement().execute("create database " + database);
        }
        try (Connection connection = connect(database)) {
            connection.createStatement().execute("create extension pg_stat_statements");
        }
        return url(database);
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database);
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "");
    }

    /** Processor time of all its processes, those that have ended included, as Linux counts it. */
    Duration cpu() throws IOException {
        String postmaster =
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
        List<String> own = statistics(Path.of("/proc", postmaster, "stat"));
        // User, system, and both again of the children that have ended.
        long ticks = Stream.of(11, 12, 13, 14)
                .mapToLong(i -> Long.parseLong(own.get(i)))
                .sum();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            ticks += processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .map(process -> statistics(process.resolve("stat")))
                    .filter(child -> !child.isEmpty() && child.get(1).equals(postmaster))
                    .mapToLong(child -> Long.parseLong(child.get(11)) + Long.parseLong(child.get(12)))
                    .sum();
        }
        return Duration.ofMillis(ticks * 1_000 / TICKS_A_SECOND);
    }

    /** What follows the name, which may have blanks in it; empty if the process has ended. */
    private static List<String> statistics(Path file) {
        try {
            String line = Files.readString(file);
            return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (NoSuchFileException ended) {
            return List.of();
        } catch (IOException e) {
            // A process that ends while it is read.
            return List.of();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
