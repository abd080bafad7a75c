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

/** A durable PostgreSQL with one database for each contender, which counts statements. */
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
                // A checkpoint during a measurement would cause full-page writes.
                .setServerConfig("checkpoint_timeout", "1h")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("pg_stat_statements.max", "10000")
                .start();
        try (Connection connection = connect("postgres")) {
            // The product's user does not own its tables.
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

    /** Returns the CPU time of all its processes, including ended ones, according to Linux. */
    Duration cpu() throws IOException {
        String postmaster =
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
        List<String> own = statistics(Path.of("/proc", postmaster, "stat"));
        // User and system time, and those of ended children.
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

    /** Returns the fields after the name, which may contain spaces; empty if the process has ended. */
    private static List<String> statistics(Path file) {
        try {
            String line = Files.readString(file);
            return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (NoSuchFileException ended) {
            return List.of();
        } catch (IOException e) {
            // The process has ended while it was read.
            return List.of();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
