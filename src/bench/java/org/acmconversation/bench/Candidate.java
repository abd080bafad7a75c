package org.acmconversation.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** A contender with its application and its database. */
class Candidate implements AutoCloseable {

    private static final String GROUP = "fasttrack-manager";
    static final int COUNTED = 40;

    /** PostgreSQL's PGSTAT_IDLE_INTERVAL is ten seconds. */
    private static final Duration FIGURES_KEPT = Duration.ofSeconds(11);

    private final DatabaseServer server;
    private final Application application;
    private final Connection database;
    private final Function<String, Contender> client;
    private final Seed.Variety variety;
    private Seed seed;
    private Contender contender;

    /** @param variety how the copies of its pattern differ */
    Candidate(
            DatabaseServer server,
            String database,
            Application application,
            Function<String, Contender> client,
            Seed.Variety variety)
            throws SQLException {
        this.server = server;
        this.application = application;
        this.database = server.connect(database);
        this.client = client;
        this.variety = variety;
    }

    /** One round's figures. */
    record Round(Conversations.Result conversations, Latencies inbox) {}

    void start() throws IOException {
        application.start();
        contender = client.apply(application.baseUrl());
    }

    String name() {
        return contender.name();
    }

    /** Starts one conversation that waits at its first user task; all others are copies of its rows. */
    void writePattern() throws SQLException {
        seed = new Seed(database, variety);
        String customer = "CRM-pattern";
        String conversation = contender.start(customer);
        Awaitility.await(name())
                .atMost(Duration.ofMinutes(1))
                .until(() -> !contender.openTasks(conversation).isEmpty());
        seed.pattern(customer, conversation);
    }

    /** Returns the rows that a whole conversation leaves, to be written without the contender. */
    Floor floor(int transactions) throws SQLException {
        Seed rest = Seed.withHistory(database);
        Conversations.exactly(contender, 1);
        return new Floor(server, rest.pattern().inserts(), transactions);
    }

    /** Returns the client's view of it. */
    Contender contender() {
        return contender;
    }

    /** Returns a connection to its database as the owner of the tables. */
    Connection database() {
        return database;
    }

    /** @param rows a table, optionally with a condition */
    long count(String rows) throws SQLException {
        try (ResultSet count = database.createStatement().executeQuery("select count(*) from " + rows)) {
            count.next();
            return count.getLong(1);
        }
    }

    /** Returns the size of its heap after a garbage collection. */
    long liveHeapMegabytes() throws IOException, InterruptedException {
        return application.liveHeapMegabytes();
    }

    int rowsPerConversation() {
        return seed.rowsPerConversation();
    }

    void stop() {
        application.close();
    }

    Application application() {
        return application;
    }

    /** Adds open tasks while it is idle. */
    void growTo(int conversations) {
        try {
            seed.growTo(conversations);
        } catch (SQLException e) {
            throw new IllegalStateException("Copying for %s failed".formatted(name()), e);
        }
    }

    void warmUp(Duration time) {
        Conversations.during(contender, time);
        contender.inbox(GROUP);
    }

    Round round(Duration time, int inboxes) {
        var result = Conversations.during(contender, time);
        var inbox = new Latencies();
        for (int i = 0; i < inboxes; i++) {
            inbox.of(Latencies.Step.INBOX, () -> contender.inbox(GROUP));
        }
        return new Round(result, inbox);
    }

    /** Returns the average counters of some conversations, read once they are up to date. */
    PerConversation count() throws SQLException, IOException {
        database.createStatement()
                .execute("select pg_stat_statements_reset(0, oid, 0) from pg_database"
                        + " where datname = current_database()");
        Counters start = settled();
        Conversations.exactly(contender, COUNTED);
        PerConversation cost = PerConversation.of(settled().since(start), COUNTED);
        writeStatements();
        return cost;
    }

    /**
     * Writes the statements of those conversations by number of calls, with milliseconds, rows and bytes of the
     * write-ahead log.
     */
    private void writeStatements() throws SQLException, IOException {
        StringBuilder lines = new StringBuilder();
        try (ResultSet rows = database.createStatement().executeQuery("""
                select calls, round(total_exec_time), rows, wal_bytes, regexp_replace(query, '\\s+', ' ', 'g')
                from pg_stat_statements s join pg_database d on d.oid = s.dbid
                where d.datname = current_database() order by calls desc""")) {
            while (rows.next()) {
                lines.append("%d\t%d\t%d\t%d\t%s%n"
                        .formatted(
                                rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getString(5)));
            }
        }
        Files.writeString(Path.of("target", "bench", database.getCatalog() + "-statements.tsv"), lines);
    }

    /** Returns the counters once no row has been written for longer than connections may delay their statistics. */
    Counters settled() throws SQLException, IOException {
        var written = new AtomicLong(-1);
        Awaitility.await(name() + " is done")
                .during(FIGURES_KEPT)
                .atMost(FIGURES_KEPT.multipliedBy(10))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    long now = counters().rowsWritten();
                    return written.getAndSet(now) == now;
                });
        return counters();
    }

    private Counters counters() throws SQLException, IOException {
        return Counters.now(database, application.cpu(), server);
    }

    @Override
    public void close() throws SQLException {
        application.close();
        database.close();
    }
}
