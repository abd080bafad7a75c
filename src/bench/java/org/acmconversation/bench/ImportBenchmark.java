package org.acmconversation.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * An import of a large file, compared with clients that post: {@code ./mvnw -Pbench verify -Dit.test=ImportBenchmark}.
 */
class ImportBenchmark {

    private static final int ROWS = Integer.getInteger("bench.import-rows", 100_000);
    private static final int AGAIN = 1_000;
    private static final int CLIENTS = 16;
    private static final Duration POSTING = Duration.ofSeconds(Integer.getInteger("bench.posting", 60));
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    /** Permitted growth of the heap after the first sample; anything proportional to the rows would exceed it. */
    private static final long SLACK_MEGABYTES = 64;

    private static final Path FILES = Path.of("target", "bench");
    private static final Path DOCS = Path.of(System.getProperty("bench.docs", "docs"));
    private static final String HEADER = "externalId,customerName,tenantId,segment,licenses,services,initiatives,"
            + "kickoffHeld,benefitUnderstood,resourcesClear,inEnterpriseAdoptionProgram";

    @Test
    void importsWithAFlatHeapDuringOtherRequests() throws Exception {
        try (var field = new Field(List.of("product"))) {
            Candidate candidate = field.product();
            var product = (Product) candidate.contender();
            posts(product);
            double before = posts(product);
            List<Long> heap = new ArrayList<>();
            long start = System.nanoTime();
            JsonNode report = imported(candidate, product, file(ROWS), heap);
            double seconds = (System.nanoTime() - start) / 1e9;
            double after = posts(product);
            JsonNode again = product.importFile(file(AGAIN));

            assertThat(report.path("accepted").asInt()).isEqualTo(ROWS);
            assertThat(candidate.count("engagement where external_id like 'CSV-%'"))
                    .isEqualTo(ROWS);
            assertThat(again.path("existing").asInt()).isEqualTo(AGAIN);
            assertThat(Collections.max(heap)).isLessThan(heap.get(0) + SLACK_MEGABYTES);
            write(before, seconds, after, heap);
        }
    }

    /** Returns the engagements posted per second. */
    private static double posts(Product product) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        var posted = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                all.add(clients.submit(() -> {
                    while (System.nanoTime() < start + POSTING.toNanos()) {
                        product.start("POST-" + UUID.randomUUID());
                        posted.incrementAndGet();
                    }
                }));
            }
            for (Future<?> client : all) {
                client.get();
            }
        } finally {
            clients.shutdownNow();
        }
        return posted.get() / ((System.nanoTime() - start) / 1e9);
    }

    private static JsonNode imported(Candidate candidate, Product product, Path file, List<Long> heap)
            throws Exception {
        CompletableFuture<JsonNode> report = CompletableFuture.supplyAsync(() -> product.importFile(file));
        heap.add(candidate.liveHeapMegabytes());
        while (true) {
            try {
                return report.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillAtIt) {
                heap.add(candidate.liveHeapMegabytes());
            }
        }
    }

    private static Path file(int rows) throws IOException {
        Path file = Files.createDirectories(FILES).resolve("import-%d.csv".formatted(rows));
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write(HEADER + "\n");
            for (int i = 0; i < rows; i++) {
                csv.write("CSV-%d,Contoso,,ENTERPRISE,25000,ONEDRIVE_FOR_BUSINESS|EXCHANGE,RFA,true,true,true,false%n"
                        .formatted(i));
            }
        }
        return file;
    }

    private static void write(double before, double seconds, double after, List<Long> heap) throws IOException {
        double rate = ROWS / seconds;
        double posts = (before + after) / 2;
        String page = """
                # Import

                Written by `./mvnw -Pbench verify -Dit.test=ImportBenchmark`: %d clients post engagements for %d s, then a file of %,d rows is imported, and then the clients post again. One node with `-Xmx1g` and one PostgreSQL with `fsync` and `synchronous_commit` on; the node runs the resulting jobs at the same time. Clients authenticate with each request and send an `Idempotency-Key`; the import authenticates once. %s, Java %s.

                | | engagements a second |
                | --- | ---: |
                | %d clients, before the import | %.1f |
                | the import | %.1f |
                | %d clients, after it | %.1f |
                | import / clients (goal: at least 1) | %.2f |

                Heap after garbage collection, sampled every %d s over the import's %.0f s: %d MiB at the start, %d at the maximum, %d at the end.
                """.formatted(
                        CLIENTS,
                        POSTING.toSeconds(),
                        ROWS,
                        LocalDate.now(),
                        System.getProperty("java.version"),
                        CLIENTS,
                        before,
                        rate,
                        CLIENTS,
                        after,
                        rate / posts,
                        BETWEEN_LOOKS.toSeconds(),
                        seconds,
                        heap.get(0),
                        Collections.max(heap),
                        heap.get(heap.size() - 1));
        Files.writeString(DOCS.resolve("import.md"), page);
    }
}
