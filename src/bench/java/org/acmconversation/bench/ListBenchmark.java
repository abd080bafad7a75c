package org.acmconversation.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The list of engagements with each filter and sort, the portfolio and the exports, with increasing numbers of
 * engagements: {@code ./mvnw -Pbench verify -Dit.test=ListBenchmark}.
 */
class ListBenchmark {

    private static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("bench.sizes", "1000,100000,1000000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int WARM_UP = 5;
    private static final int REQUESTS = 15;

    /** A few repetitions of slow requests are enough. */
    private static final long LONG_ENOUGH = 5_000_000_000L;

    private static final Path DOCS = Path.of(System.getProperty("bench.docs", "docs"));

    private static final String RECENT = Instant.now()
            .minus(1, ChronoUnit.HOURS)
            .truncatedTo(ChronoUnit.SECONDS)
            .toString();

    private static final Map<String, String> READS = new LinkedHashMap<>();

    static {
        List.of(
                        "",
                        "page=200",
                        "status=RUNNING",
                        "status=COMPLETED",
                        "segment=CORPORATE",
                        "service=EXCHANGE",
                        "service=TEAMS",
                        "initiative=RFA",
                        "q=customer 4711",
                        "q=customer",
                        "activity=scheduleConversation",
                        "owner=person7",
                        "due=OVERDUE",
                        "due=TODAY",
                        "due=WEEK",
                        "owner=person7&due=OVERDUE",
                        "waitingFor=FTOP",
                        "from=" + RECENT,
                        "missing=NOTE",
                        "actionOwner=person7",
                        "startedBy=person7",
                        "segment=CORPORATE&service=TEAMS&due=WEEK",
                        "sort=customerName,asc",
                        "sort=customerName,desc",
                        "sort=externalId,asc",
                        "sort=licenses,desc",
                        "sort=segment,asc",
                        "sort=status,asc",
                        "sort=startedAt,asc",
                        "sort=endedAt,desc",
                        "status=RUNNING&sort=customerName,asc")
                .forEach(query -> READS.put(
                        query.isEmpty() ? "no filter" : query.replace(RECENT, "an hour ago"),
                        "/api/engagements?size=50&" + query.replace(" ", "%20")));
        READS.put("the portfolio", "/api/portfolio");
        READS.put("the portfolio of a segment and a service", "/api/portfolio?segment=CORPORATE&service=TEAMS");
    }

    /** Durations in milliseconds, and the number of 8 KB database pages that a request reads. */
    private record Read(double median, double slowest, long pages) {}

    /** An export: its seconds, its size, and the heap before and after. */
    private record Export(double seconds, long bytes, long heapBefore, long heapAfter) {}

    private final Map<String, List<Read>> reads = new LinkedHashMap<>();
    private final Map<String, List<Export>> exports = new LinkedHashMap<>();
    private final List<String> scans = new ArrayList<>();

    @Test
    void measuresLists() throws Exception {
        try (var field = new Field(List.of("product"))) {
            Candidate candidate = field.product();
            var product = (Product) candidate.contender();
            for (int size : SIZES) {
                candidate.growTo(size);
                vary(candidate.database());
                product.rebuildPortfolio();
                Map<String, Long> before = scanned(candidate.database());
                for (var read : READS.entrySet()) {
                    Read took = read(candidate, product, read.getValue());
                    System.out.println(size + " " + read.getKey() + ": " + took);
                    reads.computeIfAbsent(read.getKey(), name -> new ArrayList<>())
                            .add(took);
                }
                scans.add(difference(before, scanned(candidate.database())));
                for (String format : List.of("csv", "xlsx")) {
                    exports.computeIfAbsent(format, name -> new ArrayList<>())
                            .add(export(candidate, product, "/api/engagements." + format));
                }
                write();
            }
        }
        assertThat(reads).hasSameSizeAs(READS);
    }

    /** Gives the identical copies different customers, segments, owners and due dates. */
    private static void vary(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("""
                    update engagement set
                      customer_name = 'Customer ' || number, search_key = 'customer ' || number || chr(10) || lower(external_id),
                      segment = (array['SMB', 'CORPORATE', 'ENTERPRISE', 'EDUCATION'])[1 + number % 4],
                      licenses = 100 + (number * 7919) % 100000,
                      services = case when number % 10 = 0 then '{TEAMS}' else '{EXCHANGE,ONEDRIVE_FOR_BUSINESS}' end::varchar[],
                      status = case when number % 2 = 0 then 'COMPLETED' else 'RUNNING' end,
                      outcome = case when number % 2 = 0 then 'INTRODUCED_TO_SME' end,
                      ended_at = case when number % 2 = 0 then started_at + interval '1 day' end
                    from (select id as copy, row_number() over (order by id) as number from engagement) numbered
                    where engagement.id = copy
                    """);
            statement.execute("""
                    update act_ru_task set
                      due_date_ = now() + (hashtext(id_) % 1000000) * interval '1 second',
                      assignee_ = case when hashtext(id_) % 3 = 0 then 'person' || abs(hashtext(id_)) % 200 end
                    """);
            statement.execute("""
                    insert into follow_up (engagement_id, action, action_date, action_owner, noted_at)
                    select id, 'Call', current_date + hashtext(id::varchar) % 20, 'person' || abs(hashtext(id::varchar)) % 200,
                      now() - (abs(hashtext(id::varchar)) % 40) * interval '1 day'
                    from engagement where abs(hashtext(id::varchar)) % 2 = 0
                    on conflict do nothing
                    """);
            statement.execute("""
                    update timeline_entry set actor = 'person' || abs(hashtext(engagement_id::varchar)) % 200
                    where event = 'ENGAGEMENT_STARTED'
                    """);
            statement.execute("vacuum (analyze)");
            statement.execute("checkpoint");
        }
    }

    private static Read read(Candidate candidate, Product product, String path) throws SQLException {
        for (int i = 0; i < WARM_UP; i++) {
            product.read(path);
        }
        long pages = pages(candidate.database());
        List<Long> nanos = new ArrayList<>();
        while (nanos.size() < REQUESTS
                && nanos.stream().mapToLong(Long::longValue).sum() < LONG_ENOUGH) {
            long start = System.nanoTime();
            product.read(path);
            nanos.add(System.nanoTime() - start);
        }
        long pagesOfOne = (pages(candidate.database()) - pages) / nanos.size();
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Read(
                sorted[sorted.length / 2] / 1e6, LongStream.of(sorted).max().orElseThrow() / 1e6, pagesOfOne);
    }

    private static Export export(Candidate candidate, Product product, String path) throws Exception {
        long before = candidate.liveHeapMegabytes();
        long start = System.nanoTime();
        long bytes = product.download(path);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Export(seconds, bytes, before, candidate.liveHeapMegabytes());
    }

    /** Returns the pages that selects have read from memory or disk. */
    private static long pages(Connection database) throws SQLException {
        try (ResultSet row = database.createStatement().executeQuery("""
                select coalesce(sum(shared_blks_hit + shared_blks_read), 0) from pg_stat_statements s
                join pg_database d on d.oid = s.dbid
                where d.datname = current_database() and (s.query ilike '%engagement%' or s.query ilike '%portfolio%')""")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Returns the rows read by sequential scans of growing tables. */
    private static Map<String, Long> scanned(Connection database) throws SQLException {
        database.createStatement().execute("select pg_stat_force_next_flush()");
        Map<String, Long> scanned = new LinkedHashMap<>();
        try (ResultSet rows = database.createStatement().executeQuery("""
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

    private void write() throws IOException {
        List<Integer> sizes = SIZES.subList(0, scans.size());
        var page = new StringBuilder("""
                # Lists and figures

                Written by `./mvnw -Pbench verify -Dit.test=ListBenchmark`: one node configured as in production with `-Xmx1g`, one PostgreSQL, one client. Engagements are copies of one that waits at its first user task, with different customers, segments, services, owners, due dates and next actions; half of them are completed. Each cell is the median of 15 requests in milliseconds, the slowest in parentheses, and the number of 8 KB database pages that a request reads. A page of the list has 50 engagements with their current steps, and the total number. In this data all 100,000 engagements are at one step, and half of all tasks are due this week or overdue, so these filters select half of the rows, and counting reads all of those; the page `/engagements` counts up to 10,000 ([ADR 98](adr/0098-pages-count-up-to-ten-thousand.md)).

                This run: %s, Java %s, PostgreSQL 17.

                ## `GET /api/engagements` and `/api/portfolio`

                """.formatted(Machine.described(), System.getProperty("java.version")));
        page.append(header("", sizes));
        reads.forEach((name, all) -> {
            page.append("| ").append(name.startsWith("the ") || name.startsWith("no ") ? name : "`" + name + "`");
            for (Read read : all) {
                page.append(" | %,.0f (%,.0f), %,d".formatted(read.median(), read.slowest(), read.pages()));
            }
            page.append(" |\n");
        });
        page.append("\nRows read by sequential scans of growing tables, over all of these requests:\n\n");
        page.append(header("", sizes)).append("| rows");
        scans.forEach(rows -> page.append(" | ").append(rows));
        page.append(
                " |\n\n## Exports\n\nSeconds, size in MB, and the heap in MiB after a garbage collection before and after the export.\n\n");
        page.append(header("", sizes));
        exports.forEach((name, all) -> {
            page.append("| ").append(name);
            for (Export export : all) {
                page.append(" | %,.1f s, %,.1f MB, %d → %d"
                        .formatted(export.seconds(), export.bytes() / 1e6, export.heapBefore(), export.heapAfter()));
            }
            page.append(" |\n");
        });
        Files.writeString(DOCS.resolve("lists.md"), page);
    }

    private static String header(String first, List<Integer> sizes) {
        var line = new StringBuilder("| ").append(first);
        sizes.forEach(size -> line.append(" | %,d".formatted(size)));
        return line + " |\n| --- |" + " ---: |".repeat(sizes.size()) + "\n";
    }
}
