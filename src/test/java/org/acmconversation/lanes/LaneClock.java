package org.acmconversation.lanes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Appends a line for each test class to its lane's file if Maven runs the tests. Each fork writes its own file, which
 * {@link LaneTimes} reads.
 */
public class LaneClock implements TestExecutionListener {

    private final Map<String, Long> starts = new ConcurrentHashMap<>();
    private static final List<String> TAGGED = List.of("faults", "fuzz");

    private final String lane = System.getProperty("acm.lane");
    private final String folder = System.getProperty("acm.lanes.folder");
    private TestPlan plan;

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (isClass(test)) {
            starts.put(test.getUniqueId(), System.currentTimeMillis());
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (isClass(test)) {
            long tests = plan.getDescendants(test).stream()
                    .filter(TestIdentifier::isTest)
                    .count();
            write(new TestedClass(
                    lane(test),
                    test.getDisplayName(),
                    starts.remove(test.getUniqueId()),
                    System.currentTimeMillis(),
                    (int) tests));
        }
    }

    /** Nested classes count as part of their enclosing class. */
    private boolean isClass(TestIdentifier test) {
        return folder != null
                && test.getSource().filter(ClassSource.class::isInstance).isPresent()
                && test.getUniqueIdObject().getSegments().size() == 2;
    }

    /** Two lanes run in one Maven execution, so their tags tell them apart. */
    private String lane(TestIdentifier test) {
        return test.getTags().stream()
                .map(TestTag::getName)
                .filter(tag -> lane == null && TAGGED.contains(tag))
                .findAny()
                .orElse(lane);
    }

    private void write(TestedClass tested) {
        try {
            Path file = Path.of(
                    folder,
                    "%s-%d.tsv".formatted(tested.lane(), ProcessHandle.current().pid()));
            Files.createDirectories(file.getParent());
            Files.writeString(file, tested.line(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The time of a test class could not be written down", e);
        }
    }
}
