package org.acmconversation.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acmconversation.loopback.OneTimeHook;
import org.acmconversation.mail.SmtpServer;
import org.acmconversation.notification.TeamsEndpoint;
import org.awaitility.Awaitility;

/** A node that is killed repeatedly while it sends invitations and digests by email and cards to Teams. */
class MessageRun implements AutoCloseable {

    private static final String ENGINEERS = "fasttrack-engineer";
    private static final String ENGINEER = "engineer";
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final SmtpServer mail = new SmtpServer();
    private final TeamsEndpoint teams = new TeamsEndpoint();
    private final List<Moment> moments = List.of(
            new Moment("before a mail", mail.beforeContent()),
            new Moment("a mail was taken", mail.beforeAnswer()),
            new Moment("a mail was answered", mail.afterAnswer()),
            new Moment("a card was taken", teams.beforeAnswer()),
            new Moment("a card was answered", teams.afterAnswer()));
    private final DatabaseServer database = new DatabaseServer(Files.createTempDirectory("faults-database"));
    private final List<ScheduledCall> calls = new ArrayList<>();
    private final Node node;
    private final Nodes service;

    private record Moment(String name, OneTimeHook hook) {}

    /**
     * The work and its result.
     *
     * @param repeatable tasks on the last cards before each kill, which may be announced again
     * @param complaints responses that must never occur
     */
    record Result(
            int calls,
            int kills,
            int invitations,
            MailChecker.Result checked,
            DigestChecker.Result digests,
            int cards,
            int tasks,
            int tasksOnCards,
            int repeatable,
            Duration took,
            List<RuntimeException> complaints) {}

    MessageRun() throws IOException {
        Path logs = Files.createDirectories(Path.of("target", "faults"));
        node = new Node(
                "messages",
                logs,
                List.of(
                        "--spring.profiles.active=local",
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=postgres",
                        "--camunda.bpm.job-execution.lock-time-in-millis=15000",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + mail.port(),
                        "--acm.mail.from=acm@example.org",
                        "--acm.notifications.service-url=https://acm.example.org",
                        "--acm.notifications.teams.channels." + ENGINEERS + "=" + teams.address()));
        service = new Nodes(List.of(node));
        node.start();
        service.ask("PUT", "/engine-rest/user/" + ENGINEER + "/profile", "admin", """
                {"id": "engineer", "firstName": "Eva", "lastName": "Ruiz", "email": "eva@fasttrack.example"}""");
    }

    /** Kills the node once per round, at each moment in turn. */
    Result run(int kills, int callsAtOnce) throws IOException, InterruptedException, SQLException {
        Instant start = Instant.now();
        List<RuntimeException> complaints = new ArrayList<>();
        int repeatable = 0;
        for (int kill = 0; kill < kills; kill++) {
            List<ScheduledCall> batch = batch(callsAtOnce);
            var isKilled = new CountDownLatch(1);
            Moment moment = moments.get(kill % moments.size());
            moment.hook().set(() -> {
                killNode();
                isKilled.countDown();
            });
            database.makeDigestDue(ENGINEER);
            try (var managers = new Managers(batch, 4, callsAtOnce)) {
                Awaitility.await("the node is killed: " + moment.name())
                        .atMost(LONGEST)
                        .until(() -> isKilled.getCount() == 0);
                repeatable +=
                        teams.cards().isEmpty() ? 0 : tasksOn(teams.cards().size() - 1);
                database.letAnHourPass();
                node.start();
                Awaitility.await("all calls are led on").atMost(LONGEST).until(managers::areDone);
                complaints.addAll(managers.complaints());
            }
        }
        int tasks = tasksInQueue();
        DigestChecker.Result digests = Awaitility.await("the digests are complete")
                .atMost(LONGEST)
                .pollInterval(Duration.ofSeconds(1))
                .until(this::digests, result -> result.verdict().isClean());
        MailChecker.Result checked = Awaitility.await("all is told")
                .atMost(LONGEST)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> MailChecker.check(
                                calls,
                                mail.contents().stream()
                                        .filter(content -> !ReceivedDigest.isOne(content))
                                        .toList()),
                        result -> result.verdict().isClean() && tasksOnCards() >= tasks);
        return new Result(
                calls.size(),
                kills,
                mail.contents().size() - digests.digests() - digests.copies(),
                checked,
                digests,
                teams.cards().size(),
                tasks,
                tasksOnCards(),
                repeatable,
                Duration.between(start, Instant.now()),
                complaints);
    }

    private List<ScheduledCall> batch(int size) {
        List<ScheduledCall> batch = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ScheduledCall.Course[] courses = ScheduledCall.Course.values();
            batch.add(new ScheduledCall(service, courses[i % courses.length], mail.taken()::contains));
        }
        calls.addAll(batch);
        return batch;
    }

    private DigestChecker.Result digests() throws SQLException {
        database.makeDigestDue(ENGINEER);
        return DigestChecker.check(
                calls, mail.contents().stream().filter(ReceivedDigest::isOne).toList());
    }

    private void killNode() {
        try {
            node.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int tasksInQueue() {
        return service.ask("GET", "/engine-rest/task/count?candidateGroup=" + ENGINEERS, "admin", "")
                .body()
                .path("count")
                .asInt();
    }

    private int tasksOnCards() {
        int tasks = 0;
        for (int card = 0; card < teams.cards().size(); card++) {
            tasks += tasksOn(card);
        }
        return tasks;
    }

    private int tasksOn(int card) {
        Matcher number = NUMBER.matcher(
                teams.cards().get(card).at("/attachments/0/content/body/0/text").asText());
        return number.find() ? Integer.parseInt(number.group()) : 1;
    }

    @Override
    public void close() throws IOException {
        node.close();
        database.close();
        mail.close();
        teams.close();
    }
}
