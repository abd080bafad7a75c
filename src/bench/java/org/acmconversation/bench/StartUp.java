package org.acmconversation.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How long an application takes until it answers, and what memory it holds then. */
class StartUp {

    private static final int STARTS = 3;
    private static final String HEAP = "-Xmx1g";

    private StartUp() {}

    /** @param took the median of all starts */
    record Result(String application, String java, Duration took, Duration cpu, long megabytes) {}

    /** On the Java that runs this, and on a JDK 25 if one lies beside it; there with a cache of classes, too. */
    static List<Result> of(String name, Application application) throws IOException {
        List<Result> results = new ArrayList<>();
        results.add(measured(name, "17", application, Application.java(), List.of(HEAP)));
        Optional<String> java25 = java25();
        if (java25.isPresent()) {
            results.add(measured(name, "25", application, java25.get(), List.of(HEAP)));
            Path cache = Path.of("target", "bench", name.replaceAll("\\W", "-") + ".aot");
            application.rehearse(java25.get(), List.of(HEAP, "-XX:AOTCacheOutput=" + cache));
            if (Files.exists(cache)) {
                results.add(measured(
                        name, "25, AOT cache", application, java25.get(), List.of(HEAP, "-XX:AOTCache=" + cache)));
            }
        }
        return results;
    }

    private static Result measured(
            String name, String java, Application application, String command, List<String> options)
            throws IOException {
        List<Duration> took = new ArrayList<>();
        List<Duration> cpu = new ArrayList<>();
        List<Long> megabytes = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            long start = System.nanoTime();
            application.start(command, options);
            took.add(Duration.ofNanos(System.nanoTime() - start));
            cpu.add(application.cpu());
            megabytes.add(application.residentMegabytes());
            application.close();
        }
        return new Result(name, java, median(took), median(cpu), median(megabytes));
    }

    private static <T extends Comparable<T>> T median(List<T> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    private static Optional<String> java25() throws IOException {
        Path others = Path.of(System.getProperty("java.home")).toRealPath().getParent();
        try (Stream<Path> homes = Files.list(others)) {
            return homes.filter(home -> home.getFileName().toString().contains("25"))
                    .map(home -> home.resolve("bin").resolve("java"))
                    .filter(Files::isExecutable)
                    .map(Path::toString)
                    .findFirst();
        }
    }
}
