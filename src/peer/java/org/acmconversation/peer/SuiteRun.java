package org.acmconversation.peer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.runner.Description;
import org.junit.runner.JUnitCore;
import org.junit.runner.Request;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;

/**
 * Runs JUnit 4 classes sequentially in a separate process and records the result of each test. Interrupts tests that
 * wait for a thread that has died: some do so forever after a race.
 */
class SuiteRun extends RunListener {

    private static final Duration MAX_DURATION = Duration.ofMinutes(5);
    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(10);

    private static final Pattern PARAMETERS = Pattern.compile("\\[(\\d+): .*](?=\\()", Pattern.DOTALL);

    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final PrintWriter failures;
    private final AtomicReference<@Nullable Instant> started = new AtomicReference<>();

    private SuiteRun(PrintWriter failures) {
        this.failures = failures;
    }

    /** @param args a file with the names of the classes, a file for a line per test, and a file for the failures */
    public static void main(String[] args) throws IOException {
        try (var failures = new PrintWriter(Files.newBufferedWriter(Path.of(args[2])), true)) {
            var run = new SuiteRun(failures);
            run.watch(Thread.currentThread());
            var tests = new JUnitCore();
            tests.addListener(run);
            for (String name : Files.readAllLines(Path.of(args[0]))) {
                try {
                    tests.run(Request.aClass(Class.forName(name)));
                } catch (ClassNotFoundException | LinkageError e) {
                    run.testFailure(new Failure(Description.createSuiteDescription(name), e));
                }
            }
            Outcomes.write(run.outcomes, Path.of(args[1]));
        }
        // Ends threads that the tests have left.
        System.exit(0);
    }

    private void watch(Thread tests) {
        var watch = new Timer("watch", true);
        watch.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        Instant since = started.get();
                        if (since != null && since.plus(MAX_DURATION).isBefore(Instant.now())) {
                            // The test's cleanup has as much time again.
                            started.compareAndSet(since, Instant.now());
                            tests.interrupt();
                        }
                    }
                },
                WATCH_INTERVAL.toMillis(),
                WATCH_INTERVAL.toMillis());
    }

    /** An interrupted thread would close the file that it writes to. */
    private static void forgetInterrupt() {
        Thread.interrupted();
    }

    @Override
    public void testStarted(Description test) {
        started.set(Instant.now());
    }

    @Override
    public void testFinished(Description test) {
        started.set(null);
        forgetInterrupt();
        outcomes.putIfAbsent(name(test), Outcome.PASSED);
    }

    @Override
    public void testFailure(Failure failure) {
        forgetInterrupt();
        // The first failure counts, because an incomplete cleanup is reported as another one.
        outcomes.merge(
                name(failure.getDescription()),
                Outcome.failed(failure.getException()),
                (before, now) -> before.ending() == Outcome.Ending.FAILED ? before : now);
        failures.printf("%n%s%n%s%n", failure.getDescription().getDisplayName(), failure.getTrace());
    }

    @Override
    public void testAssumptionFailure(Failure failure) {
        outcomes.putIfAbsent(name(failure.getDescription()), Outcome.SKIPPED);
    }

    @Override
    public void testIgnored(Description test) {
        outcomes.putIfAbsent(name(test), Outcome.SKIPPED);
    }

    /** Keeps only the numbers of parameters, because their texts contain times and memory addresses. */
    private static String name(Description test) {
        return PARAMETERS.matcher(test.getDisplayName()).replaceAll("[$1]").replaceAll("\\s", " ");
    }
}
