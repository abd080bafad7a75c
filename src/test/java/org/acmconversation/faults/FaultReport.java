package org.acmconversation.faults;

import org.acmconversation.faults.FaultRun.Result;
import org.acmconversation.ftop.simulator.Fault;

/** The page that a run writes about itself. */
class FaultReport {

    private static final String PAGE = """
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

    private FaultReport() {}

    static String of(Result result, Result withoutKeys) {
        return PAGE.formatted(
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
                withoutKeys.verdict().duplicates().size());
    }
}
