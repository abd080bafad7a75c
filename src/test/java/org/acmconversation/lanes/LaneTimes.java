package org.acmconversation.lanes;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints how long each lane took, at the end of the build. */
public class LaneTimes {

    private static final int SLOWEST = 3;

    private LaneTimes() {}

    /** @param arguments folder with the files of {@link LaneClock}; it is missing if no test was run */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        if (Files.isDirectory(folder)) {
            report(classes(folder), System.out::println);
        }
    }

    private static List<TestedClass> classes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> lines(file).stream())
                    .map(TestedClass::of)
                    .toList();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns one line per lane, in execution order. */
    static void report(List<TestedClass> classes, Consumer<String> out) {
        var lanes = classes.stream().collect(groupingBy(TestedClass::lane, TreeMap::new, Collectors.toList()));
        lanes.values().stream()
                .sorted(Comparator.comparingLong(LaneTimes::start))
                .map(LaneTimes::line)
                .forEach(out);
    }

    private static String line(List<TestedClass> lane) {
        Duration took = Duration.ofMillis(
                lane.stream().mapToLong(TestedClass::end).max().orElseThrow() - start(lane));
        String slowest = lane.stream()
                .sorted(Comparator.comparingLong(TestedClass::millis).reversed())
                .limit(SLOWEST)
                .map(one -> "%s %d s".formatted(one.name(), one.millis() / 1000))
                .collect(Collectors.joining(", "));
        return "%-9s %2d min %02d s, %4d tests; slowest: %s"
                .formatted(
                        lane.get(0).lane(),
                        took.toMinutes(),
                        took.toSecondsPart(),
                        lane.stream().mapToInt(TestedClass::tests).sum(),
                        slowest);
    }

    private static long start(List<TestedClass> lane) {
        return lane.stream().mapToLong(TestedClass::start).min().orElseThrow();
    }
}
