package org.acmconversation.peer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.acmconversation.engine.persistence.PeerEngine;

/** Camunda's tests in a separate process on a new database. */
class Suite implements AutoCloseable {

    /** Ends a run that no interrupt ends. */
    private static final int MAX_MINUTES = 60;

    private final Path directory;
    private final Process process;

    private Suite(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    static Suite start(Path directory, Collection<String> classes, String url, boolean isTuned) throws IOException {
        Files.createDirectories(directory);
        Files.write(directory.resolve("classes"), classes);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1500m",
                        "-XX:+UseSerialGC",
                        "-D%s=%s".formatted(PeerEngine.TUNED, isTuned),
                        "-D%s=%s".formatted(PeerEngine.URL, url),
                        "-cp",
                        classPath(),
                        SuiteRun.class.getName(),
                        "classes",
                        "outcomes",
                        "failures")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        return new Suite(directory, process);
    }

    /** Our {@code camunda.cfg.xml} and the tests' version of AssertJ precede those that would be found otherwise. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Path.of("src/peer/resources").toAbsolutePath().toString(),
                Path.of("target/peer/lib/assertj.jar").toAbsolutePath().toString(),
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    }

    /** Waits until all have ended. */
    Map<String, Outcome> outcomes() throws IOException, InterruptedException {
        if (!process.waitFor(MAX_MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Takes more than %d minutes: %s".formatted(MAX_MINUTES, directory));
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("Ended before its end: see the log in " + directory);
        }
        return Outcomes.read(directory.resolve("outcomes"));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
