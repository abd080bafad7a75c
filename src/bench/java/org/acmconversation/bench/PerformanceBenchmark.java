package org.acmconversation.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compares all contenders at all sizes, taking turns: {@code ./mvnw -Pbench verify}. */
class PerformanceBenchmark {

    private static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("bench.sizes", "1000,10000,100000,1000000")
                            .split(","))
            .map(Integer::valueOf)
            .toList();
    private static final List<String> CONTENDERS = List.of(
            System.getProperty("bench.contenders", "stock,product,flowable").split(","));

    /** On two processors the JIT compilers use more CPU than the service itself for minutes. */
    private static final Duration FIRST_WARM_UP = seconds("bench.first-warm-up", 300);

    /** The applications keep running from size to size, but their query plans change with the tables. */
    private static final Duration WARM_UP = seconds("bench.warm-up", 40);

    private static final Duration ROUND = seconds("bench.round", 10);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int INBOXES = 10;
    private static final Path DOCS = Path.of(System.getProperty("bench.docs", "docs"));

    private static Duration seconds(String property, int otherwise) {
        return Duration.ofSeconds(Integer.getInteger(property, otherwise));
    }

    @Test
    void measuresThroughputAtEachSize() throws Exception {
        List<Figures> all = new ArrayList<>();
        List<Floor.Result> floors = new ArrayList<>();
        Floor floor = null;
        try (var field = new Field(CONTENDERS)) {
            Duration warmUp = FIRST_WARM_UP;
            for (int size : SIZES) {
                all.addAll(figures(field.candidates(), size, warmUp));
                warmUp = WARM_UP;
                // Writes interim results, in case a later step fails.
                new Report(all, floors).write(DOCS, machine());
                if (floor == null) {
                    // Only once: its rows are the same at every size, and are found by comparison with the preceding
                    // ones.
                    Figures product = all.get(all.size() - 1);
                    floor = field.product()
                            .floor((int) Math.round(product.cost().transactions()));
                }
                floors.add(floor.during(ROUND, size));
                new Report(all, floors).write(DOCS, machine());
            }
        }
        assertThat(all).isNotEmpty().allMatch(figures -> figures.perSecond() > 0);
    }

    private static String machine() throws IOException {
        return "%s, Java %s, PostgreSQL 17; %d s of warm-up each at first, %d s at each further size, then %d rounds of %d s"
                .formatted(
                        Machine.described(),
                        System.getProperty("java.version"),
                        FIRST_WARM_UP.toSeconds(),
                        WARM_UP.toSeconds(),
                        ROUNDS,
                        ROUND.toSeconds());
    }

    private static List<Figures> figures(List<Candidate> candidates, int size, Duration warmUp) throws Exception {
        candidates.parallelStream().forEach(candidate -> candidate.growTo(size));
        for (Candidate candidate : candidates) {
            candidate.warmUp(warmUp);
        }
        List<Figures> figures = new ArrayList<>();
        for (Candidate candidate : candidates) {
            figures.add(new Figures(candidate.name(), size, candidate.rowsPerConversation(), candidate.count()));
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < candidates.size(); i++) {
                figures.get(i).add(candidates.get(i).round(ROUND, INBOXES));
            }
        }
        figures.forEach(PerformanceBenchmark::show);
        return figures;
    }

    private static void show(Figures figures) {
        System.out.println(figures);
    }
}
