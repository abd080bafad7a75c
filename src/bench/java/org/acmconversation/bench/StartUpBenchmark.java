package org.acmconversation.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Starts all contenders in turn, with nothing else running: {@code ./mvnw -Pbench verify -Dit.test=StartUpBenchmark}.
 */
class StartUpBenchmark {

    private static final int ROUNDS = Integer.getInteger("bench.starts", 7);
    private static final String HEAP = "-Xmx1g";
    private static final String CACHED = "25, AOT cache";
    private static final Goal GOAL = new Goal("start-up on JDK 25, ours / stock, each with its AOT cache", 1.0, false);
    private static final Path FILES = Path.of("target", "bench");
    private static final Path DOCS = Path.of(System.getProperty("bench.docs", "docs"));

    @Test
    void measuresStartUp() throws Exception {
        String java25 = java25();
        try (var field = new Field(List.of("stock", "flowable", "product"))) {
            field.candidates().forEach(Candidate::stop);
            List<StartUp> all = new ArrayList<>();
            for (Candidate candidate : field.candidates()) {
                all.addAll(ways(candidate.name(), candidate.application(), java25));
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (StartUp startUp : all) {
                    startUp.start();
                }
            }
            Files.writeString(DOCS.resolve("start-up.md"), page(all));
            assertThat(all).isNotEmpty().allMatch(startUp -> startUp.seconds() > 0);
        }
    }

    /**
     * Returns the start-ups of an application: on the Java that runs this, on JDK 25, and on JDK 25 with its AOT cache.
     */
    private static List<StartUp> ways(String name, Application application, String java25) throws IOException {
        List<String> in25 = new ArrayList<>(List.of(HEAP));
        in25.addAll(application.optionsOf25());
        Path cache = FILES.resolve(name.replaceAll("\\W", "-") + ".aot");
        Files.deleteIfExists(cache);
        application.rehearse(java25, with(in25, "-XX:AOTCacheOutput=" + cache));
        assertThat(cache).exists();
        return List.of(
                new StartUp(name, "17", application, Application.java(), List.of(HEAP)),
                new StartUp(name, "25", application, java25, in25),
                new StartUp(name, CACHED, application, java25, with(in25, "-XX:AOTCache=" + cache)));
    }

    private static List<String> with(List<String> options, String more) {
        return Stream.concat(options.stream(), Stream.of(more)).toList();
    }

    private static String java25() throws IOException {
        Path others = Path.of(System.getProperty("java.home")).toRealPath().getParent();
        try (Stream<Path> homes = Files.list(others)) {
            return homes.filter(home -> home.getFileName().toString().contains("25"))
                    .map(home -> home.resolve("bin").resolve("java"))
                    .filter(Files::isExecutable)
                    .map(Path::toString)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("A JDK 25 has to lie beside " + others));
        }
    }

    private static String page(List<StartUp> all) throws IOException {
        StringBuilder page = new StringBuilder(
                Template.START_UP.formatted(ROUNDS, Machine.described(), Goal.HEADER + GOAL.row(ratio(all))));
        page.append("| | Java | seconds | each | CPU seconds | MiB |\n| --- | --- | ---: | --- | ---: | ---: |\n");
        for (StartUp startUp : all) {
            page.append("| %s | %s | %s | %s | %s | %d |%n"
                    .formatted(
                            startUp.name(),
                            startUp.java(),
                            Goal.number(startUp.seconds()),
                            String.join(
                                    ", ",
                                    startUp.eachSeconds().stream()
                                            .map(Goal::number)
                                            .toList()),
                            Goal.number(startUp.cpuSeconds()),
                            startUp.megabytes()));
        }
        return page.toString();
    }

    private static double ratio(List<StartUp> all) {
        return seconds(all, Report.PRODUCT, CACHED) / seconds(all, Report.STOCK, CACHED);
    }

    private static double seconds(List<StartUp> all, String name, String java) {
        return all.stream()
                .filter(startUp -> startUp.name().equals(name) && startUp.java().equals(java))
                .mapToDouble(StartUp::seconds)
                .findFirst()
                .orElseThrow();
    }
}
