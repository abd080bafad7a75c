package org.acmconversation.contract;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.acmconversation.loopback.ReservedPort;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server that can be stopped and restarted with its data. */
public class PostgreSqlServer {

    private final Path data;
    private final ReservedPort port = new ReservedPort();
    private EmbeddedPostgres server;

    PostgreSqlServer() {
        try {
            this.data = Files.createTempDirectory("postgresql");
        } catch (IOException e) {
            throw new UncheckedIOException("There is no place for PostgreSQL", e);
        }
    }

    /** Starts it, on the same port each time. */
    public void start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port.number())
                    .setRegisterShutdownHook(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    /** Stops it; its data stays. */
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }

    /** Stops the server and deletes its data. */
    void delete() {
        stop();
        port.close();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException("The files of PostgreSQL were not deleted", e);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(port.number());
    }
}
