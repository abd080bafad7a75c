package org.acmconversation.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.faults.Nodes.Answer;
import org.acmconversation.ftop.simulator.FtopSimulator;
import org.acmconversation.ftop.simulator.SimulatedTask;
import org.acmconversation.ftop.simulator.TaskHistory;
import org.acmconversation.webhook.Receiver;
import org.acmconversation.webhook.Receiver.Received;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** The database is dumped under load, lost later, and restored on another server. */
class RestoreRun implements AutoCloseable {

    private static final long SEED = 13;
    private static final String DATABASE = "acm";
    private static final int PEOPLE = 4;
    private static final int AT_ONCE = 20;

    private final Path folder = Files.createTempDirectory("faults-restore");
    private final Path logs = Files.createDirectories(Path.of("target", "faults"));
    private final FtopSimulator ftop = FtopSimulator.start();
    private final Receiver receiver = new Receiver();
    private final List<AutoCloseable> toClose = new ArrayList<>(List.of(ftop, receiver));
    private final Path programs;
    private final List<Customer> customers;

    /** Ids before the loss, by external id. */
    private final Map<String, String> before = new HashMap<>();

    /** Ids after the restore, by external id. */
    private final Map<String, String> after = new HashMap<>();

    private final Map<String, Long> highestNumbers = new HashMap<>();
    private int receivedBefore;

    /**
     * The result.
     *
     * @param inBackup engagements in the backup
     * @param startedAgain engagements that were started after the backup, and again after the restore
     * @param callsWhileQuiet calls to FTOP and the webhook's receiver
     * @param unknown open FTOP tasks that only the lost database contained
     * @param reported those of them that the reconciliation reported
     * @param answers repeated requests with a different response
     * @param ignored events that a receiver would ignore as duplicates
     */
    record Result(
            int conversations,
            int inBackup,
            int startedAgain,
            int callsWhileQuiet,
            Set<String> unknown,
            Set<String> reported,
            List<String> answers,
            List<String> ignored,
            int events,
            Verdict verdict,
            List<RuntimeException> complaints,
            String check,
            Duration took) {}

    RestoreRun(Path programs, int conversations) throws IOException {
        this.programs = programs;
        var chance = new Random(SEED);
        // A task canceled before the loss and completed after it would differ on both sides, and need a decision.
        this.customers = Stream.generate(() -> Customer.of(chance))
                .filter(customer -> !customer.isWithdrawn())
                .limit(conversations)
                .toList();
    }

    Result run() throws Exception {
        Instant start = Instant.now();
        Path dump = folder.resolve("acm.dump");
        List<RuntimeException> complaints = new ArrayList<>(workUntilTheLoss(dump));
        receiver.all().forEach(event -> highestNumbers.merge(subject(event), event.number(), Math::max));
        receivedBefore = receiver.all().size();

        InstalledPostgreSql server = server("restored");
        String check = server.run("bash", "docker/restore", dump.toString(), DATABASE);
        List<String> settings = settings(server);
        assertStartIsRefusedWithoutQuiet(settings);
        Node quiet = node("restored-quiet", settings, "--acm.quiet=true");
        Node heir = node("restored", settings, "--acm.quiet=false");
        var service = new Nodes(List.of(quiet, heir));
        int requests = ftop.requests();
        quiet.start();
        int inBackup = inBackup(service);
        List<Conversation> again = conversations(service);
        try (var managers = new Managers(again, PEOPLE, AT_ONCE)) {
            eventually("jobs wait for FTOP")
                    .until(() -> count(service, "/engine-rest/job/count?withException=true") > AT_ONCE / 2);
            quiet.terminate();
            eventually("the quiet node has ended").until(quiet::hasEnded);
            int callsWhileQuiet = ftop.requests() - requests + receiver.all().size() - receivedBefore;
            heir.start();
            eventually("the end").until(managers::areDone);
            complaints.addAll(managers.complaints());
            again.forEach(conversation -> after.put(conversation.customer().externalId(), conversation.id()));
            Verdict verdict = settled(service, again);
            Set<String> unknown = unknown();
            Set<String> reported = eventually("the reconciliation reports what nobody knows")
                    .until(() -> differences(service), found -> found.containsAll(unknown));
            acknowledge(service, unknown);
            eventually("the reconciliation reports nothing any more")
                    .until(() -> differences(service).isEmpty());
            List<Received> events =
                    receiver.all().subList(receivedBefore, receiver.all().size());
            return new Result(
                    customers.size(),
                    inBackup,
                    before.size() - inBackup,
                    callsWhileQuiet,
                    unknown,
                    reported,
                    answers(service),
                    ignored(events),
                    events.size(),
                    verdict,
                    complaints,
                    check,
                    Duration.between(start, Instant.now()));
        }
    }

    private List<RuntimeException> workUntilTheLoss(Path dump) throws IOException, InterruptedException {
        InstalledPostgreSql server = server("lost");
        server.create(DATABASE);
        Node node = node("lost", settings(server));
        node.start();
        List<Conversation> conversations = conversations(new Nodes(List.of(node)));
        try (var managers = new Managers(conversations, PEOPLE, AT_ONCE)) {
            eventually("a quarter").until(() -> managers.ended() >= customers.size() / 4);
            server.run("pg_dump", "--format=custom", "--file=" + dump, DATABASE);
            eventually("a half").until(() -> managers.ended() >= customers.size() / 2);
            node.kill();
            server.lose();
            conversations.stream()
                    .filter(conversation -> conversation.id() != null)
                    .forEach(conversation -> before.put(conversation.customer().externalId(), conversation.id()));
            return managers.complaints();
        }
    }

    private void assertStartIsRefusedWithoutQuiet(List<String> settings) throws IOException {
        Node node = node("restored-refused", settings);
        try {
            node.start();
            throw new AssertionError("A node started on a copy without acm.quiet");
        } catch (IllegalStateException refused) {
            if (!Files.readString(logs.resolve("restored-refused-1.log")).contains("acm.quiet")) {
                throw refused;
            }
        }
    }

    private int inBackup(Nodes service) {
        return (int) before.values().stream()
                .filter(id -> service.get("/api/engagements/" + id).status() == 200)
                .count();
    }

    /** Returns the open FTOP tasks of engagements that no longer exist. */
    private Set<String> unknown() {
        return ftop.tasks().stream()
                .filter(history ->
                        !after.containsValue(history.key().engagementId().toString()))
                .filter(history -> history.tasks().stream()
                        .map(SimulatedTask::status)
                        .anyMatch(status -> status.name().equals("OPEN")))
                .map(RestoreRun::name)
                .collect(Collectors.toSet());
    }

    private static String name(TaskHistory history) {
        return history.key().engagementId() + " " + history.key().catalogId();
    }

    private static Set<String> differences(Nodes service) {
        Set<String> differences = new HashSet<>();
        service.ask("GET", "/api/ftop-reconciliation", "operator", "")
                .body()
                .path("differences")
                .forEach(difference -> {
                    if (!difference.path("repaired").asBoolean()) {
                        differences.add(difference.path("engagementId").asText() + " "
                                + difference.path("catalogId").asText());
                    }
                });
        return differences;
    }

    private static void acknowledge(Nodes service, Set<String> unknown) {
        for (String task : unknown) {
            String[] key = task.split(" ");
            Answer answer = service.post(
                    "/api/ftop-reconciliation/acknowledgements",
                    "operator",
                    "{\"engagementId\": \"%s\", \"catalogId\": \"%s\", \"note\": \"Started again after the restore\"}"
                            .formatted(key[0], key[1]));
            if (answer.status() >= 300) {
                throw new IllegalStateException("Not acknowledged: " + answer);
            }
        }
    }

    /** Repeats every request; returns those whose response names another engagement. */
    private List<String> answers(Nodes service) {
        List<String> wrong = new ArrayList<>();
        for (Customer customer : customers) {
            Answer answer = service.post(
                    "/api/engagements", "crm", customer.request(), "Idempotency-Key", "key-" + customer.externalId());
            String id = after.get(customer.externalId());
            if (answer.status() != 201 || !answer.body().path("id").asText().equals(id)) {
                wrong.add("%s is answered with %s instead of %s".formatted(customer.externalId(), answer, id));
            }
        }
        return wrong;
    }

    /** Returns the events that a receiver which stores the highest number would ignore. */
    private List<String> ignored(List<Received> events) {
        return events.stream()
                .filter(event -> event.number() <= highestNumbers.getOrDefault(subject(event), 0L))
                .map(Received::body)
                .toList();
    }

    private static String subject(Received event) {
        return event.event().path("subject").asText();
    }

    private Verdict settled(Nodes service, List<Conversation> conversations) {
        var checker = new Checker(service);
        return Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> checker.check(
                                conversations,
                                ftop.tasks().stream()
                                        .filter(history -> after.containsValue(
                                                history.key().engagementId().toString()))
                                        .toList()),
                        Verdict::isClean);
    }

    private List<Conversation> conversations(Nodes service) {
        var chance = new Random(SEED);
        return customers.stream()
                .map(customer -> new Conversation(service, customer, chance))
                .toList();
    }

    private static int count(Nodes service, String path) {
        return service.ask("GET", path, "admin", "").body().path("count").asInt();
    }

    private InstalledPostgreSql server(String name) throws IOException, InterruptedException {
        var server = new InstalledPostgreSql(programs, folder.resolve(name));
        toClose.add(server);
        return server;
    }

    private List<String> settings(InstalledPostgreSql server) {
        List<String> settings = new ArrayList<>(FaultRun.settings(ftop));
        settings.addAll(server.settings(DATABASE));
        settings.add("--acm.webhook.url=" + receiver.url());
        settings.add("--acm.webhook.secret=a-secret-of-at-least-32-characters");
        return settings;
    }

    private Node node(String name, List<String> settings, String... more) {
        List<String> all = new ArrayList<>(settings);
        all.addAll(List.of(more));
        var node = new Node(name, logs, all);
        toClose.add(node);
        return node;
    }

    private static ConditionFactory eventually(String what) {
        return Awaitility.await(what).atMost(Duration.ofMinutes(10)).pollInterval(Duration.ofMillis(200));
    }

    @Override
    public void close() throws Exception {
        for (int last = toClose.size() - 1; last >= 0; last--) {
            toClose.get(last).close();
        }
    }
}
