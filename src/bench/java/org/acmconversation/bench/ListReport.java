package org.acmconversation.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The generated page with a run's figures of lists. */
class ListReport {

    private static final String HEAD = """
            # Lists and figures

            Written by `./mvnw -Pbench verify -Dit.test=ListBenchmark`: one node configured as in production with `-Xmx1g`, one PostgreSQL, one client. The data are two years of engagements with different customers, segments, services, owners, due dates and next actions. Half of them wait at their first user task, 1%% of these for FTOP; the others have completed it and ended. Many filters therefore select half of the rows. Pages count up to 10,000 of them, the API counts all ([ADR 98](adr/0098-pages-count-up-to-ten-thousand.md)). Each cell is the median of 15 requests in milliseconds, the slowest in parentheses, then the SQL statements of a request, including those of the transaction and the session, and the database pages of 8 KB that it reads. A page of the list has 50 engagements with their current steps, and the total number.

            This run: %s, Java %s, PostgreSQL 17.
            """;

    private static final int GOAL_SIZE = 100_000;
    private static final int GOAL_MILLIS = 50;

    private final List<Integer> sizes;
    private final List<Double> rebuilds = new ArrayList<>();
    private final Map<String, Map<String, List<Read>>> reads = new LinkedHashMap<>();
    private final Map<String, List<Export>> exports = new LinkedHashMap<>();
    private final Map<String, List<String>> scans = new LinkedHashMap<>();

    ListReport(List<Integer> sizes) {
        this.sizes = sizes;
    }

    /** Durations in milliseconds, and the number of statements and of database pages of a request. */
    record Read(double median, double slowest, long statements, long pages) {}

    /** An export: its seconds, its size, and the heap in MiB before, while it is written, and after. */
    record Export(double seconds, long bytes, List<Long> heap) {}

    void rebuilt(double seconds) {
        rebuilds.add(seconds);
    }

    /** @param kind of requests, pages or API */
    void read(String kind, String name, Read took) {
        reads.computeIfAbsent(kind, any -> new LinkedHashMap<>())
                .computeIfAbsent(name, any -> new ArrayList<>())
                .add(took);
    }

    void exported(String format, Export export) {
        exports.computeIfAbsent(format, any -> new ArrayList<>()).add(export);
    }

    /** @param rows read by sequential scans of growing tables, over all requests of a kind */
    void scanned(String kind, String rows) {
        scans.computeIfAbsent(kind, any -> new ArrayList<>()).add(rows);
    }

    List<Export> exports() {
        return exports.values().stream().flatMap(List::stream).toList();
    }

    /** Writes what has been measured so far. */
    void write(Path file) throws IOException {
        var page = new StringBuilder(HEAD.formatted(Machine.described(), System.getProperty("java.version")));
        reads.forEach((kind, requests) -> {
            page.append(
                    kind.equals("pages")
                            ? "\n## The pages `/engagements` and `/portfolio`\n\n"
                            : "\n## `GET /api/engagements` and `/api/portfolio`\n\n");
            table(page, requests, read -> "%,.0f (%,.0f), %d, %,d"
                    .formatted(read.median(), read.slowest(), read.statements(), read.pages()));
            if (kind.equals("pages")) {
                page.append(goal(requests));
            }
        });
        page.append("\n## Rows read by sequential scans of growing tables\n\nOver all of these requests, and both exports.\n\n");
        table(page, scans, Function.identity());
        page.append("\n## Exports\n\nSeconds, size in MB, and the objects in use in the heap in MiB: before the export, the"
                + " maximum during it, sampled every five seconds, and after it.\n\n");
        table(page, exports, export -> "%,.1f s, %,.1f MB, %d, %d, %d"
                .formatted(
                        export.seconds(),
                        export.bytes() / 1e6,
                        export.heap().get(0),
                        Collections.max(export.heap()),
                        export.heap().get(export.heap().size() - 1)));
        page.append("\n## Rebuild of the portfolio\n\n");
        table(page, Map.of("seconds", rebuilds), "%,.1f"::formatted);
        Files.writeString(file, page);
    }

    /** Returns how many pages reach the goal for lists. */
    private String goal(Map<String, List<Read>> pages) {
        int size = sizes.indexOf(GOAL_SIZE);
        if (size < 0 || size >= rebuilds.size()) {
            return "";
        }
        long reached = pages.values().stream()
                .filter(reads -> reads.get(size).median() <= GOAL_MILLIS)
                .count();
        return "\nGoal: %d ms with %,d engagements. %d of %d pages reach it.\n"
                .formatted(GOAL_MILLIS, GOAL_SIZE, reached, pages.size());
    }

    private <T> void table(StringBuilder page, Map<String, List<T>> rows, Function<T, String> cell) {
        List<Integer> measured = sizes.subList(0, rebuilds.size());
        page.append("|");
        measured.forEach(size -> page.append(" | %,d".formatted(size)));
        page.append(" |\n| ---").append(" | ---:".repeat(measured.size())).append(" |\n");
        rows.forEach((name, values) -> {
            page.append("| ").append(name);
            values.forEach(value -> page.append(" | ").append(cell.apply(value)));
            page.append(" |\n");
        });
    }
}
