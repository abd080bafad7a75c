package org.acmconversation.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.acmconversation.faults.FaultRun.Result;
import org.acmconversation.ftop.simulator.Fault;

/** The page that runs write about themselves: each writes its own section. */
class FaultReport {

    private static final Path PAGE = Path.of("docs", "faults.md");

    private static final String FAULTS = """
            # Faults

            Written by `./mvnw -Pfaults verify`. Two nodes of the service work over one PostgreSQL, each a process of its own, and call a simulated FTOP. Simulated managers and engineers hold conversations over the APIs alone. Meanwhile FTOP misbehaves at random, in %d ways (refuses connections, answers late, with errors, with garbage, twice, or not at all after doing the work, loses its tokens, refuses tasks); nodes are killed with SIGKILL in the middle of whatever they do; and the database is stopped in immediate mode, which is a crash. One customer in eight withdraws, and one in eight changes its profile, at any step.

            In the end a checker, which knows only what FTOP and the service answer, compares both with what was promised: every engagement that was answered with 201 has ended, every FTOP task is there exactly once, in the right status, on both sides.

            | | |
            | --- | --- |
            | conversations | %d |
            | nodes killed | %d |
            | crashes of the database | %d |
            | requests that FTOP got | %d |
            | FTOP tasks in the end | %d |
            | lost | **%d** |
            | duplicates | **%d** |
            | wrong status | **%d** |
            | stuck | **%d** |
            | took | %d min |

            That the checker finds what is wrong: with an FTOP that ignores idempotency keys and drops three connections in ten after it has done the work, %d further conversations left %d tasks that FTOP had more than once.
            """;

    private static final String SOAK = """
            ## Soak

            Written by the same command. Two nodes over one PostgreSQL are scraped every second for %d minutes, %d times, while eight people hold 40 conversations at a time; %d ended. What a node holds is the most that it told of in the second and in the last quarter of the time; the heap is what is left after a garbage collection.

            | |%s
            | --- |%s
            | connections in use |%s
            | threads |%s
            | open files and sockets |%s
            | heap, MB |%s

            When the work was over, %d connections were in use.
            """;

    private static final long MEGABYTE = 1024 * 1024;

    private FaultReport() {}

    static void write(Result result, Result withoutKeys) throws IOException {
        write(FAULTS.formatted(
                Fault.values().length,
                result.engagements(),
                result.kills(),
                result.crashes(),
                result.requestsToFtop(),
                result.ftopTasks(),
                result.verdict().lost().size(),
                result.verdict().duplicates().size(),
                result.verdict().wrong().size(),
                result.verdict().stuck().size(),
                result.took().toMinutes(),
                withoutKeys.engagements(),
                withoutKeys.verdict().duplicates().size()));
    }

    static void write(Soak.Result soak) throws IOException {
        var columns = new StringBuilder();
        for (int node = 1; node <= soak.nodes().size(); node++) {
            columns.append(" node %1$d, second quarter | node %1$d, last quarter |".formatted(node));
        }
        write(SOAK.formatted(
                soak.duration().toMinutes(),
                soak.scrapes(),
                soak.conversations(),
                columns,
                " --- | --- |".repeat(soak.nodes().size()),
                row(soak, Figures::connections),
                row(soak, Figures::threads),
                row(soak, Figures::files),
                row(soak, figures -> figures.heap() / MEGABYTE),
                soak.nodes().stream()
                        .mapToLong(node -> node.end().connections())
                        .sum()));
    }

    private static String row(Soak.Result soak, ToLongFunction<Figures> figure) {
        return soak.nodes().stream()
                .map(node -> " %d | %d |".formatted(figure.applyAsLong(node.early()), figure.applyAsLong(node.late())))
                .collect(Collectors.joining());
    }

    /** In place of the section with the same heading, or at the end of the page. */
    private static void write(String section) throws IOException {
        String heading = section.lines().findFirst().orElseThrow();
        String page = Files.readString(PAGE);
        Matcher old = Pattern.compile("(?ms)^" + Pattern.quote(heading) + "$.*?(?=^#|\\z)")
                .matcher(page);
        Files.writeString(
                PAGE,
                old.find()
                        ? page.substring(0, old.start())
                                + section
                                + (old.end() < page.length() ? "\n" : "")
                                + page.substring(old.end())
                        : page + "\n" + section);
    }
}
