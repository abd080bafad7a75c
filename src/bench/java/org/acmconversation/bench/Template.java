package org.acmconversation.bench;

/** What the page says, beside figures. */
class Template {

    static final String HEAD = """
            # Performance

            Written by `./mvnw -Pbench verify`; the code is in `src/bench`. In one run, over one PostgreSQL with `fsync` and `synchronous_commit` on, a database each, conversations are held over HTTP with a stock Camunda 7.24.0 (`camunda-bpm-spring-boot-starter-rest`, default configuration, no login), with a stock Flowable 7.2.0 (the same), and with this service as in production: profile `postgres`, bearer tokens that are checked with each request, authorizations, validation of what forms send, audit trail.

            A conversation is the playbook's with OneDrive and Exchange for an Enterprise with 25,000 licenses: seven user tasks that are claimed and completed, four FTOP tasks. The stock Camunda runs the product's own models; Flowable those of `src/bench/flowable`, in which beans decide what it has no decision tables for. Their FTOP tasks are rows that delegates write. Eight clients hold 24 conversations at a time, the contenders take turns, and all have `-Xmx1g`, JDK 17, a pool of their default size, and the collector that they have where they are run: a stock application Java's default for this machine, this service the one that its image sets (`-XX:+UseSerialGC`; within the 1 GB and two processors of the compose file it would be the default, too).

            Open tasks are conversations that wait at their first user task: copies of the rows that each contender itself has written for one, with identifiers of their own. The history of activities, variables, decisions and jobs is not copied. After copying the tables are analyzed. The applications go on from size to size, so that they are measured as they run for months: for the first minutes of a JVM's life on two processors its compilers take more of them than its work does. Checkpoints are an hour apart, so that none comes by chance while one of them is counted.

            This run: %s. Client, applications and database shared it. Where the time goes, and what was tried: [where-the-time-goes.md](where-the-time-goes.md).

            ## Goals

            """;

    static final String FLOOR = """

            ## The floor

            What remains of one of our conversations when it is over, written by plain JDBC: the same rows, in as many transactions as the conversation took, each row by a statement of its own. Rows that come and go in the engine's runtime tables, updates and all that is read are left out, so nothing that runs a process gets there.

            """;

    static final String START_UP = """
            # Start-up

            Written by `./mvnw -Pbench verify -Dit.test=StartUpBenchmark`. From the start of the process to the first answer, on a database that is there, from the extracted layout, with `-Xmx1g`; and the memory held then. All start in turn, with nothing beside them, %d times each; seconds are the median of these, and each of them. A stock Camunda, a stock Flowable and this service are those of [performance.md](performance.md), and this service has what its image says to Java: `-XX:+UseSerialGC`, and on JDK 25 `-XX:+UseCompactObjectHeaders`. The cache is JDK 25's ahead-of-time cache, made in a rehearsal with the same settings.

            This run: %s. What a start does, and what was tried: [where-the-time-goes.md](where-the-time-goes.md#start-up).

            %s
            """;

    private Template() {}
}
