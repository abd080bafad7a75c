package org.acmconversation.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The generated page with a run's results. */
class Report {

    static final String PRODUCT = "This service";
    static final String STOCK = "Camunda 7.24.0, stock";
    private static final String FLOWABLE = "Flowable 7.2.0, stock";

    private final List<Figures> all;
    private final List<Floor.Result> floor;
    private final StringBuilder page = new StringBuilder();

    Report(List<Figures> all, List<Floor.Result> floor) {
        this.all = all;
        this.floor = floor;
    }

    /** Writes {@code performance.md} and its charts in {@code images}. */
    void write(Path docs, String machine) throws IOException {
        Path images = Files.createDirectories(docs.resolve("images"));
        var charts = new Charts(all);
        charts.write(images.resolve("performance-conversations.svg"), "Conversations", "a second", Figures::perSecond);
        charts.write(
                images.resolve("performance-inbox.svg"),
                "Inbox, page and count, 95th percentile",
                "ms",
                figures -> millis(figures.quantile(Latencies.Step.INBOX, 0.95)));
        page.append(Template.HEAD.formatted(machine));
        goals();
        page.append("""

                ## Conversations a second

                From the request that starts a conversation to the completion of its last user task: the median of the rounds, with each round in parentheses.

                ![Conversations a second over open tasks](images/performance-conversations.svg)

                """);
        table("conversations a second", figures -> Goal.number(figures.perSecond()) + " (" + rounds(figures) + ")");
        page.append("\n## Latency\n\nMilliseconds: median / 99th percentile.\n");
        for (Latencies.Step step : Latencies.Step.values()) {
            page.append("\n");
            table(
                    step.name().toLowerCase(Locale.ROOT),
                    figures -> Goal.number(millis(figures.quantile(step, 0.5)))
                            + " / "
                            + Goal.number(millis(figures.quantile(step, 0.99))));
        }
        page.append("\n![Inbox over open tasks](images/performance-inbox.svg)\n");
        page.append("\n## What one conversation costs\n\nAverage over %d conversations, including polling for tasks.\n"
                .formatted(Candidate.COUNTED));
        cost("SQL statements", PerConversation::statements);
        cost("transactions", PerConversation::transactions);
        cost("rows written", PerConversation::rowsWritten);
        cost("KiB of write-ahead log", PerConversation::walKilobytes);
        cost("rows read by sequential scans of growing tables", PerConversation::rowsScanned);
        cost("CPU of the application, ms", PerConversation::applicationCpuMillis);
        cost("CPU of PostgreSQL, ms", PerConversation::databaseCpuMillis);
        floor();
        Files.writeString(docs.resolve("performance.md"), page);
    }

    private void goals() {
        int most = all.stream().mapToInt(Figures::size).max().orElseThrow();
        int least = all.stream().mapToInt(Figures::size).min().orElseThrow();
        page.append(Goal.HEADER);
        goal(
                "conversations a second at %,d, ours / stock".formatted(most),
                10,
                true,
                ratio(most, STOCK, Figures::perSecond));
        goal("the same at %,d".formatted(least), 2, true, ratio(least, STOCK, Figures::perSecond));
        goal(
                "conversations a second at %,d, ours / Flowable".formatted(most),
                1.5,
                true,
                ratio(most, FLOWABLE, Figures::perSecond));
        goal(
                "our slowdown from %,d to %,d".formatted(least, most),
                1.3,
                false,
                at(PRODUCT, least).flatMap(few -> at(PRODUCT, most).map(many -> few.perSecond() / many.perSecond())));
        goal(
                "SQL statements at %,d, ours / stock".formatted(most),
                0.5,
                false,
                ratio(most, STOCK, figures -> figures.cost().statements()));
        goal(
                "bytes of write-ahead log at %,d, ours / stock".formatted(most),
                0.5,
                false,
                ratio(most, STOCK, figures -> figures.cost().walKilobytes()));
        goal(
                "inbox at %,d, 95th percentile, ours / stock".formatted(most),
                0.1,
                false,
                ratio(most, STOCK, figures -> millis(figures.quantile(Latencies.Step.INBOX, 0.95))));
        goal(
                "rows per conversation read by sequential scans of growing tables, at %,d".formatted(most),
                0,
                false,
                at(PRODUCT, most).map(figures -> figures.cost().rowsScanned()));
    }

    private void goal(String what, double goal, boolean isAtLeast, Optional<Double> measured) {
        measured.ifPresent(value -> page.append(new Goal(what, goal, isAtLeast).row(value)));
    }

    private Optional<Double> ratio(int size, String other, Function<Figures, Double> value) {
        return at(PRODUCT, size)
                .flatMap(ours -> at(other, size).map(theirs -> value.apply(ours) / value.apply(theirs)));
    }

    private Optional<Figures> at(String contender, int size) {
        return all.stream()
                .filter(figures -> figures.contender().equals(contender) && figures.size() == size)
                .findFirst();
    }

    private void cost(String what, Function<PerConversation, Double> value) {
        page.append("\n");
        table(what, figures -> Goal.number(value.apply(figures.cost())));
    }

    private void table(String what, Function<Figures, String> cell) {
        List<Integer> sizes = all.stream().map(Figures::size).distinct().toList();
        page.append("| ").append(what);
        sizes.forEach(size -> page.append(" | %,d".formatted(size)));
        page.append(" |\n| --- ").append("| ---: ".repeat(sizes.size())).append("|\n");
        for (String contender : all.stream().map(Figures::contender).distinct().toList()) {
            page.append("| ").append(contender);
            sizes.forEach(size ->
                    page.append(" | ").append(at(contender, size).map(cell).orElse("")));
            page.append(" |\n");
        }
    }

    private void floor() {
        page.append(Template.FLOOR);
        page.append("| open tasks | conversations a second | rows | transactions |\n| ---: | ---: | ---: | ---: |\n");
        for (Floor.Result result : floor) {
            page.append("| %,d | %s | %d | %d |%n"
                    .formatted(result.size(), Goal.number(result.perSecond()), result.rows(), result.transactions()));
        }
        page.append(Template.ON_THE_WIRE);
    }

    private static String rounds(Figures figures) {
        return String.join(", ", figures.rounds().stream().map(Goal::number).toList());
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
