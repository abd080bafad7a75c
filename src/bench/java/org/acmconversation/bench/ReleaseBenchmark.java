package org.acmconversation.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * How long an analyst waits for the check, the scenarios and the impact of a draft, and for the migration of running
 * engagements. {@code ./mvnw -Pbench verify -Dit.test=ReleaseBenchmark}; its output is the source of the figures in
 * {@code docs/releases.md}.
 */
class ReleaseBenchmark {

    private static final int RUNNING = Integer.getInteger("bench.running", 100_000);

    /** Enough for a rate. */
    private static final int MIGRATED = Integer.getInteger("bench.migrated", 20_000);

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int REQUESTS = 5;
    private static final String BOUNDARY = "boundary-of-the-benchmark";
    private static final String MODEL = "acm-conversation.bpmn";
    private static final String DRAFTS = "/api/releases";
    private static final String MODELER = "/modeler/deployment/create";

    private int edits;

    @Test
    void measuresReleases() throws Exception {
        try (var field = new Field(List.of("product"))) {
            Candidate candidate = field.product();
            var product = (Product) candidate.contender();
            print("the first draft after a start", time(() -> draft(product, DRAFTS)));
            print("Modeler's deploy button", median(() -> draft(product, MODELER)));
            String draft = DRAFTS + "/" + draft(product, DRAFTS).path("number").asText();
            print("all scenarios", time(() -> awaitScenarios(product, draft)));

            candidate.growTo(RUNNING);
            candidate.database().createStatement().execute("vacuum (analyze)");
            print(
                    "a draft with its impact on %,d engagements".formatted(RUNNING),
                    median(() -> product.analyst(draft)));
            print("Modeler's deploy button then", median(() -> draft(product, MODELER)));
            assertThat(product.analyst(draft).at("/impact/migratable").asInt()).isGreaterThanOrEqualTo(RUNNING);

            awaitScenarios(product, draft);
            print("the publication", time(() -> product.publish(draft)));
            String migrated = "model_migration_case where state = 'MIGRATED'";
            double seconds = time(() -> Awaitility.await()
                            .atMost(LONGEST)
                            .pollInterval(Duration.ofSeconds(1))
                            // Reading the release would make the node count all wait states again.
                            .until(() -> candidate.count(migrated) >= MIGRATED))
                    / 1e9;
            System.out.printf("%,.0f engagements migrated a second%n", candidate.count(migrated) / seconds);
            JsonNode migration = product.analyst(draft).path("migration");
            assertThat(migration.path("failed").asInt()).isZero();
        }
    }

    /** Each change of a draft runs them again. */
    private static void awaitScenarios(Product product, String draft) {
        Awaitility.await()
                .atMost(LONGEST)
                .until(() ->
                        product.analyst(draft).at("/scenarios/state").asText().equals("DONE"));
    }

    /** Uploads the model with a new name of a step each time, so that no result is cached. */
    private JsonNode draft(Product product, String path) {
        try {
            String model = Files.readString(Path.of("processes", MODEL))
                    .replace(
                            "name=\"Completar las entradas clave\"",
                            "name=\"Completar lo que falta %d\"".formatted(edits++));
            Path form = Files.createTempFile("draft", ".form");
            Files.writeString(form, """
                    --%1$s\r
                    Content-Disposition: form-data; name="files"; filename="%2$s"\r
                    \r
                    %3$s\r
                    --%1$s--\r
                    """.formatted(BOUNDARY, MODEL, model));
            JsonNode answer = product.analyze(path, form, "multipart/form-data; boundary=" + BOUNDARY);
            Files.delete(form);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns nanoseconds. */
    private static long time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static long median(Runnable work) {
        return Stream.generate(() -> time(work))
                .limit(REQUESTS)
                .sorted()
                .toList()
                .get(REQUESTS / 2);
    }

    private static void print(String what, long nanos) {
        System.out.printf("%s: %,d ms%n", what, nanos / 1_000_000);
    }
}
