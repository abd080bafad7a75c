package org.acmconversation.peer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.runner.Description;
import org.junit.runner.JUnitCore;
import org.junit.runner.Request;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;

/** Runs JUnit 4 classes sequentially in a separate process and records the result of each test. */
class SuiteRun extends RunListener {

    private static final Pattern PARAMETERS = Pattern.compile("\\[(\\d+): .*](?=\\()", Pattern.DOTALL);

    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final PrintWriter failures;

    private SuiteRun(PrintWriter failures) {
        this.failures = failures;
    }

    /** @param args a file with the names of the classes, a file for a line per test, and a file for the failures */
    public static void main(String[] args) throws IOException {
        try (var failures = new PrintWriter(Files.newBufferedWriter(Path.of(args[2])), true)) {
            var run = new SuiteRun(failures);
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

    @Override
    public void testFinished(Description test) {
        outcomes.putIfAbsent(name(test), Outcome.PASSED);
    }

    @Override
    public void testFailure(Failure failure) {
        // The first failure counts, because an incomplete clean-up is reported as another one.
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
