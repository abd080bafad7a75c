package org.acmconversation.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.acmconversation.bench.ListReport.Export;
import org.acmconversation.bench.ListReport.Read;
import org.junit.jupiter.api.Test;

/**
 * The list of engagements with each filter and sort, the portfolio, its rebuild and the exports, with increasing numbers
 * of engagements: {@code ./mvnw -Pbench verify -Dit.test=ListBenchmark}, with {@code -Dbench.sizes=1000000} for one
 * number.
 */
class ListBenchmark {

    private static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("bench.sizes", "1000,100000,1000000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int WARM_UP = 5;
    private static final int REQUESTS = 15;

    /** A few repetitions of slow requests are enough. */
    private static final long LONG_ENOUGH = 3_000_000_000L;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    /** Permitted growth of the heap during an export; anything proportional to the rows would exceed it. */
    private static final long SLACK_MEGABYTES = 64;

    private static final Path DOCS = Path.of(System.getProperty("bench.docs", "docs"));

    private final ListReport report = new ListReport(SIZES);

    @Test
    void measuresLists() throws Exception {
        try (var field = new Field(List.of("product"), ListData.variety())) {
            Candidate candidate = field.product();
            var product = (Product) candidate.contender();
            for (int size : SIZES) {
                candidate.growTo(size);
                ListData.complete(candidate.database());
                report.rebuilt(seconds(product::rebuildPortfolio));
                candidate
                        .database()
                        .createStatement()
                        .execute("vacuum (analyze) portfolio_engagement, portfolio_task, portfolio_figure, portfolio_open,"
                                + " portfolio_open_at_place");
                // Copying a million engagements may take longer than a session lasts.
                readAll(candidate, "pages", ListRequests.ofPages(), product.pages()::open);
                readAll(candidate, "API", ListRequests.ofApi(), product::read);
                Map<String, Long> before = scanned(candidate);
                for (String format : List.of("csv", "xlsx")) {
                    report.exported(format, export(candidate, product, "/api/engagements." + format));
                }
                report.scanned("exports", difference(before, scanned(candidate)));
                report.write(DOCS.resolve("lists.md"));
            }
        }
        assertThat(report.exports())
                .hasSize(2 * SIZES.size())
                .allMatch(export -> Collections.max(export.heap()) < export.heap().get(0) + SLACK_MEGABYTES);
    }

    private void readAll(Candidate candidate, String kind, Map<String, String> requests, Consumer<String> client)
            throws Exception {
        Map<String, Long> before = scanned(candidate);
        for (Map.Entry<String, String> request : requests.entrySet()) {
            Read took = read(candidate.database(), () -> client.accept(request.getValue()));
            System.out.println(kind + " " + request.getKey() + ": " + took);
            report.read(kind, request.getKey(), took);
        }
        report.scanned(kind, difference(before, scanned(candidate)));
    }

    private static Read read(Connection database, Runnable request) throws SQLException {
        long warmedUp = 0;
        for (int i = 0; i < WARM_UP && warmedUp < LONG_ENOUGH; i++) {
            warmedUp += nanos(request);
        }
        Statements before = Statements.now(database);
        List<Long> nanos = new ArrayList<>();
        while (nanos.size() < REQUESTS
                && nanos.stream().mapToLong(Long::longValue).sum() < LONG_ENOUGH) {
            nanos.add(nanos(request));
        }
        Statements all = Statements.now(database).since(before);
        Collections.sort(nanos);
        return new Read(
                nanos.get(nanos.size() / 2) / 1e6,
                Collections.max(nanos) / 1e6,
                all.statements() / nanos.size(),
                all.pages() / nanos.size());
    }

    private static long nanos(Runnable request) {
        long start = System.nanoTime();
        request.run();
        return System.nanoTime() - start;
    }

    private static double seconds(Runnable request) {
        return nanos(request) / 1e9;
    }

    /** Downloads a file; looks at the heap before, meanwhile and afterwards. */
    private static Export export(Candidate candidate, Product product, String path) throws Exception {
        List<Long> heap = new ArrayList<>();
        heap.add(candidate.liveHeapMegabytes());
        long start = System.nanoTime();
        CompletableFuture<Long> download = CompletableFuture.supplyAsync(() -> product.download(path));
        while (true) {
            try {
                long bytes = download.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
                double seconds = (System.nanoTime() - start) / 1e9;
                heap.add(candidate.liveHeapMegabytes());
                return new Export(seconds, bytes, heap);
            } catch (TimeoutException stillAtIt) {
                heap.add(candidate.liveHeapMegabytes());
            }
        }
    }

    /**
     * Numbers of a database.
     *
     * @param statements that it has executed, including commits
     * @param pages of 8 KB that these have read from memory or disk
     */
    private record Statements(long statements, long pages) {

        static Statements now(Connection database) throws SQLException {
            try (ResultSet row = database.createStatement().executeQuery("""
                    select coalesce(sum(calls), 0), coalesce(sum(shared_blks_hit + shared_blks_read), 0)
                    from pg_stat_statements s join pg_database d on d.oid = s.dbid
                    where d.datname = current_database() and s.query not like '%pg_stat%'""")) {
                row.next();
                return new Statements(row.getLong(1), row.getLong(2));
            }
        }

        Statements since(Statements start) {
            return new Statements(statements - start.statements, pages - start.pages);
        }
    }

    /** Returns the rows read by sequential scans of growing tables, once all connections have reported theirs. */
    private static Map<String, Long> scanned(Candidate candidate) throws Exception {
        candidate.settled();
        Map<String, Long> scanned = new LinkedHashMap<>();
        try (ResultSet rows = candidate.database().createStatement().executeQuery("""
                select relname, seq_tup_read from pg_stat_user_tables where n_live_tup >= 500 order by relname""")) {
            while (rows.next()) {
                scanned.put(rows.getString(1), rows.getLong(2));
            }
        }
        return scanned;
    }

    private static String difference(Map<String, Long> before, Map<String, Long> after) {
        List<String> tables = new ArrayList<>();
        after.forEach((table, rows) -> {
            long read = rows - before.getOrDefault(table, 0L);
            if (read > 0) {
                tables.add("%,d of `%s`".formatted(read, table));
            }
        });
        return tables.isEmpty() ? "0" : String.join(", ", tables);
    }
}
