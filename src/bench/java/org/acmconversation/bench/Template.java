package org.acmconversation.bench;

/** Texts of the generated pages. */
class Template {

    static final String HEAD = """
            # Performance

            Written by `./mvnw -Pbench verify`; the code is in `src/bench`. One run compares three applications by running conversations over HTTP: a stock Camunda 7.24.0 (`camunda-bpm-spring-boot-starter-rest`, default configuration, no login), a stock Flowable 7.2.0 (likewise), and this service as in production, with the profile `postgres`, bearer tokens, authorizations, form validation and audit trail. Each has its own database in one PostgreSQL with `fsync` and `synchronous_commit` on.

            Each conversation is with an Enterprise customer that has 25,000 licenses, OneDrive and Exchange: seven user tasks, each claimed and completed, and four FTOP tasks. The stock Camunda runs this product's models; Flowable runs those in `src/bench/flowable`, in which beans replace the decision tables. Delegates of both write their FTOP tasks as rows. Eight clients run 24 conversations at a time, and the applications take turns. All use `-Xmx1g`, JDK 17, their default pool sizes and the garbage collector they would use in production: Java's default for the stock applications, and for this service that of its image (`-XX:+UseSerialGC`, which is also the default within the limits of the Compose file).

            Open tasks are conversations waiting at their first user task. They are created by copying, with new ids, the rows that each application wrote for one conversation, without the history of activities, variables, decisions and jobs; then the tables are analyzed. The applications keep running from size to size, because in a JVM's first minutes on two processors the JIT compilers use more CPU than the work does. Checkpoints are an hour apart, so that none falls into a measurement by chance.

            This run: %s. Clients, applications and database shared this machine. [where-the-time-goes.md](where-the-time-goes.md) explains where the time goes and [compares these figures with earlier ones](where-the-time-goes.md#before-and-after-the-new-modules).

            ## Goals

            """;

    static final String FLOOR = """

            ## Lower bound

            Plain JDBC inserts the rows that one finished conversation leaves behind, in as many transactions as the conversation took, with one statement per row. It omits the engine's temporary rows, all updates and all reads, so no process engine can reach this speed.

            """;

    /** Maintained by hand, because it requires a browser and no contenders. */
    static final String ON_THE_WIRE = """

            ## Tasklist on the wire

            What a browser receives, headers included, counted in Chromium on 2026-11-29 (`LoadBrowserTest` logs these figures and keeps the bounds). Before with 3 tasks in the list, now with 15. The idle hour is an open tab that nobody uses: before extrapolated from the size of one list, now an hour of the browser's clock; a tab in the background asks every five minutes only.

            | | before | | now | |
            | --- | ---: | ---: | ---: | ---: |
            | | KB | requests | KB | requests |
            | cold load | 4,957 | 32 | 1,718 | 66 |
            | warm load | 4,957 | 32 | 51 | 53 |
            | idle hour | 10,400 | 360 | 203 | 65 |

            The URLs of Camunda's own files contain their version, so browsers cache them permanently; our files are revalidated by their content.
            """;

    static final String START_UP = """
            # Start-up

            Written by `./mvnw -Pbench verify -Dit.test=StartUpBenchmark`. Measured from the start of the process to its first response, and the memory in use then: on an existing database, from the extracted layout, with `-Xmx1g`. The applications take turns, %d starts each, with nothing else running; seconds are the median, followed by each start. The applications are those of [performance.md](performance.md). This service runs with the JVM options of its image: `-XX:+UseSerialGC`, and on JDK 25 `-XX:+UseCompactObjectHeaders`. "AOT cache" is JDK 25's ahead-of-time cache, created by a training run with the same settings.

            This run: %s. What a start consists of and which optimizations were tried: [start-up-tuning.md](start-up-tuning.md).

            %s
            """;

    private Template() {}
}
