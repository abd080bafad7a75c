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

/** The page with the results of fault runs: each run writes its own section. */
class FaultReport {

    private static final Path PAGE = Path.of("docs", "faults.md");

    private static final String FAULTS = """
            # Faults

            Written by `./mvnw -Pfaults verify`, with the sizes that the tables name. Two nodes of the service, each in its own process, share one PostgreSQL and call a simulated FTOP. Simulated managers and engineers run conversations through the public APIs only. Meanwhile FTOP fails at random in %d ways: it refuses connections, responds late, with errors, with garbage, twice, or not at all after doing the work, loses its tokens, or refuses tasks. Nodes are killed with SIGKILL at any point, and the database is crashed (stopped in immediate mode). One customer in eight withdraws and one in eight changes its profile, at any step.

            In the end a checker, which knows only what FTOP and the service report, verifies the guarantees: every engagement that was accepted with 201 has ended, and every FTOP task exists exactly once, in the right status, on both sides. It also compares the portfolio with the list of engagements.

            | | |
            | --- | --- |
            | conversations | %d |
            | nodes killed | %d |
            | database crashes | %d |
            | requests to FTOP | %d |
            | FTOP tasks at the end | %d |
            | lost | **%d** |
            | duplicates | **%d** |
            | wrong status | **%d** |
            | stuck | **%d** |
            | duration | %d min |

            The checker does find errors: against an FTOP that ignores idempotency keys and drops three connections in ten after doing the work, %d conversations left %d tasks that existed more than once.
            """;

    private static final String SOAK = """
            ## Soak

            Written by the same command. Two nodes over one PostgreSQL were scraped every second for %d minutes, %d times, while eight people ran 40 conversations at a time; %d conversations ended. The figures are the maximum in the second quarter of the run and in the last; heap is measured after a garbage collection.

            | |%s
            | --- |%s
            | connections in use |%s
            | threads |%s
            | open files and sockets |%s
            | heap, MB |%s

            After the run, %d connections were in use.
            """;

    private static final String MESSAGES = """
            ## Emails and cards

            Written by the same command. A node invites people to %d calls by email, sends an engineer %d digests of the comments that mention her, one on each call, and announces tasks in a Teams channel; a third of the calls are moved and a third withdrawn. %d times the node was killed while it delivered, in turn before an email's content, before and after the mail server's answer, and before and after that of Teams. The checker reads only what arrived.

            | | invitations | comments in digests | tasks on cards |
            | --- | ---: | ---: | ---: |
            | expected | %d | %d | %d |
            | arrived | %d | %d | %d |
            | lost | **%d** | **%d** | **%d** |
            | arrived again | %d | in %d digests | %d |
            | arrived again with a different Message-ID | **%d** | **%d** | |
            | outdated or wrong | **%d** | **%d** | |

            Neither SMTP nor Teams can tell whether a message was taken before a node died, so it is sent again. Mail programs recognize the second copy by its Message-ID. It took %d min.
            """;

    private static final String RESTORE = """
            ## Restore

            Written by the same command, if PostgreSQL is installed. The database was dumped while people worked on %d conversations, and lost after half of them had ended. `docker/restore` restored the dump on another server; a node looked at it with `acm.quiet=true` and another one took over with `acm.quiet=false`, while callers sent all of their requests again and people continued.

            | | |
            | --- | ---: |
            | engagements in the backup | %d |
            | engagements started after it, which callers started again | %d |
            | calls to FTOP and the webhook's receiver while quiet | **%d** |
            | requests answered with a different engagement than before | **%d** |
            | FTOP tasks lost | **%d** |
            | duplicates | **%d** |
            | wrong status | **%d** |
            | stuck | **%d** |
            | open FTOP tasks that only the lost database knew, all reported and acknowledged | %d |
            | webhook messages after the restore | %d |
            | of these with a number that the receiver had seen | **%d** |
            | duration | %d min |
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

    static void write(MessageRun.Result result) throws IOException {
        int mails = result.invitations() - result.checked().copies();
        Verdict verdict = result.checked().verdict();
        DigestChecker.Result digests = result.digests();
        int lost = digests.verdict().lost().size();
        write(MESSAGES.formatted(
                result.calls(),
                digests.digests(),
                result.kills(),
                mails + verdict.lost().size(),
                result.calls(),
                result.tasks(),
                result.invitations(),
                result.calls() - lost,
                result.tasksOnCards(),
                verdict.lost().size(),
                lost,
                Math.max(0, result.tasks() - result.tasksOnCards()),
                result.checked().copies(),
                digests.copies(),
                Math.max(0, result.tasksOnCards() - result.tasks()),
                verdict.duplicates().size(),
                digests.verdict().duplicates().size(),
                verdict.wrong().size(),
                digests.verdict().wrong().size(),
                result.took().toMinutes()));
    }

    static void write(RestoreRun.Result result) throws IOException {
        Verdict verdict = result.verdict();
        write(RESTORE.formatted(
                result.conversations(),
                result.inBackup(),
                result.startedAgain(),
                result.callsWhileQuiet(),
                result.answers().size(),
                verdict.lost().size(),
                verdict.duplicates().size(),
                verdict.wrong().size(),
                verdict.stuck().size(),
                result.unknown().size(),
                result.events(),
                result.ignored().size(),
                result.took().toMinutes()));
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

    /** Replaces the section with the same heading, or appends to the page. */
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
