package org.acmconversation.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A Spring Boot application in a separate process, run from its extracted layout. */
class Application implements AutoCloseable {

    private static final Path RUNS = Path.of("target", "bench");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final String name;
    private final Path jar;
    private final String readyPath;
    private final List<String> settings;
    private List<String> options = List.of();
    private List<String> optionsOf25 = List.of();
    private Process process;
    private int port;

    /** @param readyPath path that it responds to, possibly with a redirect, once it is ready */
    Application(String name, Path packaged, String readyPath, List<String> settings)
            throws IOException, InterruptedException {
        this.name = name;
        this.jar = extracted(packaged);
        this.readyPath = readyPath;
        this.settings = settings;
    }

    /**
     * Extracts the jar: loading classes from a nested jar is slower, and production installations do not run that way.
     */
    private Path extracted(Path packaged) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(RUNS).resolve(name);
        int result = new ProcessBuilder(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        packaged.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(RUNS.resolve(name + "-extract.log").toFile())
                .start()
                .waitFor();
        if (result != 0) {
            throw new IllegalStateException("%s could not be extracted: see %s".formatted(packaged, RUNS));
        }
        return folder.resolve(packaged.getFileName());
    }

    /** Sets the JVM options of its image. */
    Application with(String... options) {
        this.options = List.of(options);
        return this;
    }

    /** Sets the further JVM options of its image, which a Java older than the image's would reject. */
    Application withOn25(String... options) {
        this.optionsOf25 = List.of(options);
        return this;
    }

    List<String> optionsOf25() {
        return optionsOf25;
    }

    /** Starts it on a free port and waits until it is ready. */
    void start() throws IOException {
        start(java(), List.of("-Xmx1g"));
    }

    /** Starts it with another Java or other options. */
    void start(String java, List<String> more) throws IOException {
        port = freePort();
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(options);
        command.addAll(more);
        command.addAll(List.of("-jar", jar.toString()));
        command.add("--server.port=" + port);
        command.addAll(settings);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(RUNS.resolve(name + ".log").toFile())
                .start();
        // Leaves no process behind, even if the run fails.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Awaitility.await(name + " starts, see " + RUNS)
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !process.isAlive() || isReady());
        if (!process.isAlive()) {
            throw new IllegalStateException("%s did not start; its log is in %s".formatted(name, RUNS));
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    /** Starts it until it responds and stops it, so that a cache of the loaded classes can be created. */
    void rehearse(String java, List<String> options) throws IOException {
        start(java, options);
        close();
    }

    /** Returns its resident memory according to Linux. */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the size of the objects in its heap that are in use. */
    long liveHeapMegabytes() throws IOException, InterruptedException {
        // Collects garbage and counts at one moment; after GC.run a busy application has filled some of the heap again.
        return Pattern.compile("(?m)^Total +\\d+ +(\\d+)")
                .matcher(tell("GC.class_histogram"))
                .results()
                .mapToLong(bytes -> Long.parseLong(bytes.group(1)) >> 20)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The heap of %s is not told".formatted(name)));
    }

    private String tell(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(java()).resolveSibling("jcmd").toString(), Long.toString(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return answer;
    }

    /** Returns the CPU time since its start. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    private boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(URI.create(baseUrl() + readyPath))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() < 400;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + name, e);
        }
    }

    /** Returns the packaged product. */
    static Path product() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("acm-conversation-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The product is not packaged"));
        }
    }

    /** Returns a contender's application, packaged by its own build. */
    static Path contender(String name) throws IOException, InterruptedException {
        Path folder = Path.of("src", "bench", name);
        Files.createDirectories(RUNS);
        int result = new ProcessBuilder(
                        "./mvnw", "-q", "-f", folder.resolve("pom.xml").toString(), "package")
                .redirectErrorStream(true)
                .redirectOutput(RUNS.resolve(name + "-build.log").toFile())
                .start()
                .waitFor();
        if (result != 0) {
            throw new IllegalStateException("%s could not be built: see %s".formatted(name, RUNS));
        }
        return folder.resolve("target").resolve(name + ".jar");
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            Awaitility.await(name + " ends").atMost(Duration.ofMinutes(2)).until(() -> !process.isAlive());
        }
    }
}
