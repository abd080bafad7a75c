package org.acmconversation.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.acmconversation.faults.Nodes.Answer;
import org.acmconversation.ftop.simulator.Fault;
import org.acmconversation.ftop.simulator.FtopSimulator;
import org.acmconversation.ftop.simulator.TaskHistory;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two nodes with one database and a simulated FTOP, under load while all of them fail. */
class FaultRun implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FaultRun.class);

    private static final long SEED_OF_BUILDS = 7;
    private static final Duration LONGEST = Duration.ofMinutes(60);

    /** Long enough to finish the work that was in progress when the last fault ended. */
    private static final Duration QUIET = Duration.ofMinutes(3);

    private final FtopSimulator ftop = FtopSimulator.start();
    private final long seed = seed();
    private final Random chance = new Random(seed);
    private final DatabaseServer database;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Conversation> all = new ArrayList<>();
    private final Nodes service;
    private final String databaseOptions;

    /**
     * The work and its result.
     *
     * @param verdict the checker's findings
     * @param complaints responses that must never occur
     */
    record Result(
            int engagements,
            int kills,
            int crashes,
            Duration took,
            int requestsToFtop,
            int ftopTasks,
            Verdict verdict,
            List<RuntimeException> complaints) {}

    /** Repeats the customers, their answers and the order of faults; how they meet still depends on timing. */
    private static long seed() {
        String given = System.getProperty("seed", "");
        long seed = given.isEmpty() ? SEED_OF_BUILDS : Long.parseLong(given);
        log.info("Faults: repeat them with -Dseed={}", seed);
        return seed;
    }

    /** Starts the database, FTOP and the nodes. */
    FaultRun(int nodes) throws IOException {
        this(nodes, "");
    }

    /** @param databaseOptions options of the nodes' connections to PostgreSQL */
    FaultRun(int nodes, String databaseOptions) throws IOException {
        this.databaseOptions = databaseOptions;
        Path logs = Files.createDirectories(Path.of("target", "faults"));
        database = new DatabaseServer(Files.createTempDirectory("faults-database"));
        for (int number = 1; number <= nodes; number++) {
            this.nodes.add(new Node("node-" + number, logs, settings()));
        }
        service = new Nodes(this.nodes);
        for (Node node : this.nodes) {
            node.start();
        }
    }

    private List<String> settings() {
        List<String> settings = new ArrayList<>(settings(ftop));
        settings.add("--spring.datasource.url=" + jdbcUrl());
        settings.add("--spring.datasource.hikari.data-source-properties.options=" + databaseOptions);
        settings.add("--spring.datasource.username=postgres");
        return settings;
    }

    /** Returns settings of nodes with a simulated FTOP, without those of the database. */
    static List<String> settings(FtopSimulator ftop) {
        return List.of(
                "--spring.profiles.active=local",
                "--spring.datasource.hikari.connection-timeout=5000",
                // Locks of a killed node are taken over soon, and retries are soon, too.
                "--camunda.bpm.job-execution.lock-time-in-millis=15000",
                "--camunda.bpm.job-execution.max-wait=1000",
                "--acm.ftop.adapter=http",
                "--acm.ftop.http.base-url=" + ftop.baseUrl(),
                "--acm.ftop.http.token-uri=" + ftop.tokenUri(),
                "--acm.ftop.http.client-id=" + FtopSimulator.CLIENT_ID,
                "--acm.ftop.http.client-secret=" + FtopSimulator.CLIENT_SECRET,
                "--acm.ftop.http.read-timeout=2s",
                "--acm.ftop.http.circuit-breaker.open-time=1s",
                "--acm.ftop.reconciliation.interval=10s");
    }

    String jdbcUrl() {
        return database.jdbcUrl();
    }

    /** Returns one of the nodes. */
    Node node(int number) {
        return nodes.get(number - 1);
    }

    /** Makes FTOP misbehave randomly. */
    FaultRun withFtopMisbehaving() {
        ftop.faults().seed(seed).downTime(Duration.ofSeconds(2)).slowness(Duration.ofSeconds(3));
        for (Fault fault : Fault.values()) {
            ftop.faults().chance(fault, 0.012);
        }
        ftop.faults()
                .chance(Fault.FAIL, 0.04)
                .chance(Fault.DROP_AFTER_WORK, 0.05)
                .chance(Fault.GO_DOWN, 0.002);
        return this;
    }

    /** Makes every call create a task, like an FTOP without idempotency keys. */
    FaultRun withFtopIgnoringKeys() {
        ftop.faults().clear().seed(seed).ignoreKeys(true).chance(Fault.DROP_AFTER_WORK, 0.3);
        return this;
    }

    /** Holds conversations while nodes are killed and the database crashes, then checks the result. */
    Result run(int engagements, int kills, int crashes) throws IOException, InterruptedException {
        Instant start = Instant.now();
        List<Conversation> conversations = conversations(engagements);
        all.addAll(conversations);
        try (var managers = new Managers(conversations, 8, 40)) {
            int events = kills + crashes;
            for (int event = 1; event <= events; event++) {
                int progress = event * engagements / (events + 1);
                eventually("half-way").until(() -> managers.ended() >= progress);
                boolean isCrash = event * crashes / events > (event - 1) * crashes / events;
                if (isCrash) {
                    database.crashAndRecover();
                } else {
                    Node victim = nodes.get(event % nodes.size());
                    victim.kill();
                    victim.start();
                }
            }
            eventually("nearly the end").until(() -> managers.ended() >= engagements * 9 / 10);
            ftop.faults().clear();
            eventually("the end").until(managers::areDone);
            Verdict verdict = settled();
            List<TaskHistory> tasks = ftop.tasks();
            return new Result(
                    engagements,
                    kills,
                    crashes,
                    Duration.between(start, Instant.now()),
                    ftop.requests(),
                    tasks.stream().mapToInt(task -> task.tasks().size()).sum(),
                    verdict,
                    managers.complaints());
        }
    }

    /** Rebuilds the portfolio on one of the nodes, then checks the result again. */
    Verdict rebuilt() {
        Answer answer = service.post("/api/portfolio/rebuild", "operator", "");
        if (answer.status() != 200) {
            throw new IllegalStateException("The rebuild was answered with %s".formatted(answer));
        }
        return settled();
    }

    /** Holds conversations without faults and monitors the nodes' resources. */
    Soak.Result soak(Duration duration) throws ExecutionException, InterruptedException {
        List<Conversation> enough = conversations((int) duration.toSeconds() * 50);
        return new Soak(nodes, duration).run(enough);
    }

    private List<Conversation> conversations(int number) {
        List<Conversation> conversations = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            conversations.add(new Conversation(service, Customer.of(chance), chance));
        }
        return conversations;
    }

    /** The last calls of withdrawn engagements may still be in progress. */
    private Verdict settled() {
        var checker = new Checker(service);
        Instant end = Instant.now().plus(QUIET);
        return Awaitility.await()
                .atMost(QUIET.plusMinutes(1))
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> checker.check(all, ftop.tasks()),
                        verdict -> verdict.isClean()
                                || !verdict.duplicates().isEmpty()
                                || Instant.now().isAfter(end));
    }

    private static ConditionFactory eventually(String what) {
        return Awaitility.await(what).atMost(LONGEST).pollInterval(Duration.ofMillis(200));
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(Node::close);
        database.close();
        ftop.close();
    }
}
