package org.acmconversation.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.acmconversation.loopback.ReservedPort;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** One node of the service, as a separate process. */
class Node implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final String name;
    private final Path logs;
    private final List<String> settings;
    private final List<String> options = new ArrayList<>();
    /** Options of the JVM that name the program; null for this version. */
    private @Nullable List<String> program;

    private final ReservedPort port = new ReservedPort();
    private final ReservedPort managementPort = new ReservedPort();
    private Process process;
    private int starts;

    Node(String name, Path logs, List<String> settings) {
        this.name = name;
        this.logs = logs;
        this.settings = settings;
    }

    /** Adds an option of the JVM. */
    Node with(String option) {
        options.add(option);
        return this;
    }

    /** Adds class path entries in front of those of all nodes. */
    Node withFiles(Path folder) {
        program = NodeProgram.with(folder);
        return this;
    }

    /** Runs the given jar instead of this version. */
    Node ofJar(Path jar) {
        program = List.of("-jar", jar.toString());
        return this;
    }

    /** Starts it and waits until it is ready. */
    void start() throws IOException {
        starts++;
        List<String> command = new ArrayList<>(List.of(NodeProgram.java().toString()));
        command.addAll(NodeProgram.OPTIONS);
        command.addAll(options);
        command.addAll(program == null ? NodeProgram.options() : program);
        command.addAll(
                List.of("--server.port=" + port.number(), "--management.server.port=" + managementPort.number()));
        command.addAll(settings);
        // A node has the same tuning as the test that starts it.
        command.add("--acm.engine.tuned=" + System.getProperty("acm.engine.tuned", "true"));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        logs.resolve("%s-%d.log".formatted(name, starts)).toFile())
                .start();
        Awaitility.await(name + " starts, see " + logs)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> !process.isAlive() || isReady());
        if (!process.isAlive()) {
            throw new IllegalStateException("Node %s did not start; its log is in %s".formatted(name, logs));
        }
    }

    /** Sends SIGKILL, which ends it at once. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends SIGTERM, which asks it to shut down. */
    void terminate() {
        process.destroy();
    }

    /** Whether it has ended. */
    boolean hasEnded() {
        return !process.isAlive();
    }

    /** Whether it no longer accepts connections. */
    boolean isClosed() {
        try (var socket = new Socket("127.0.0.1", port.number())) {
            return false;
        } catch (IOException refused) {
            return true;
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port.number() + path);
    }

    /** Returns its use of resources, from its metrics. */
    Figures figures() {
        try {
            HttpResponse<String> page = actuator("/actuator/prometheus", "Authorization", Nodes.basic("operator"));
            if (page.statusCode() != 200) {
                throw new IllegalStateException(
                        "A scrape of %s is answered with %d".formatted(name, page.statusCode()));
            }
            return Figures.of(page.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes it run a full garbage collection, and waits for it. */
    void collectGarbage() {
        try {
            new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(process.pid()),
                            "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(logs.resolve(name + "-gc.log").toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private boolean isReady() {
        try {
            return actuator("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> actuator(String path, String... headers) throws IOException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d%s".formatted(managementPort.number(), path)))
                .timeout(Duration.ofSeconds(10));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while waiting for " + name, e);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
        port.close();
        managementPort.close();
    }
}
