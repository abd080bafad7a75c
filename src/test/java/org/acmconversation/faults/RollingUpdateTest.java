package org.acmconversation.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.acmconversation.ftop.simulator.FtopSimulator;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two nodes of an older version are replaced with this one, one by one, while people work: {@code ./mvnw -Pfaults
 * verify -Dacm.published.jar=…}.
 */
@Tag("whole")
@Tag("faults")
class RollingUpdateTest {

    private static final String PUBLISHED = System.getProperty("acm.published.jar", "");
    private static final int BATCH = 16;
    private static final long SEED = 11;

    private final Path logs = Path.of("target", "faults");
    private final Random chance = new Random(SEED);
    private final List<Conversation> conversations = new ArrayList<>();
    private final List<Managers> people = new ArrayList<>();

    @BeforeEach
    void requireOlderVersion() throws IOException {
        assumeTrue(!PUBLISHED.isEmpty(), "set -Dacm.published.jar to the jar of an older version");
        assertThat(Path.of(PUBLISHED)).isRegularFile();
        Files.createDirectories(logs);
    }

    @AfterEach
    void stopPeople() {
        people.forEach(Managers::close);
    }

    @Test
    void conversationsContinueWhileNodesAreReplaced() throws IOException, InterruptedException {
        try (var ftop = FtopSimulator.start();
                var database = new DatabaseServer(Files.createTempDirectory("faults-database"));
                var oldOne = node("old-1", ftop, database).ofJar(Path.of(PUBLISHED));
                var oldTwo = node("old-2", ftop, database).ofJar(Path.of(PUBLISHED));
                var newOne = node("new-1", ftop, database);
                var newTwo = node("new-2", ftop, database)) {
            var service = new Nodes(List.of(oldOne, oldTwo, newOne, newTwo));
            oldOne.start();
            oldTwo.start();
            begin(service);
            eventually().until(() -> ended() >= BATCH / 2);
            stop(oldOne);
            newOne.start();
            // Old nodes cannot serve engagements whose models use features of the new version.
            service.only(newOne, newTwo);
            List<String> models = models(newOne);
            begin(service);
            eventually().until(() -> ended() >= 3 * BATCH / 2);
            oldTwo.kill();
            oldTwo.start();
            assertThat(models(newOne))
                    .as("models stay those of the new version when a node of the old one starts")
                    .isEqualTo(models);
            begin(service);
            eventually().until(() -> ended() >= 5 * BATCH / 2);
            stop(oldTwo);
            newTwo.start();
            begin(service);
            eventually().until(() -> ended() == conversations.size());
            assertThat(people)
                    .allSatisfy(managers -> assertThat(managers.complaints()).isEmpty());

            var checker = new Checker(service);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(checker.check(conversations, ftop.tasks()))
                            .isEqualTo(new Verdict()));
            assertThat(service.ask("GET", "/engine-rest/incident/count", "admin", "")
                            .body()
                            .path("count")
                            .asInt())
                    .isZero();
            assertThat(versionsUsed(newTwo))
                    .as("versions of the model that were used")
                    .hasSizeGreaterThan(1);
        }
    }

    /** Starts another batch of conversations. */
    private void begin(Nodes service) {
        List<Conversation> batch = IntStream.range(0, BATCH)
                .mapToObj(number -> new Conversation(service, Customer.of(chance), chance))
                .toList();
        conversations.addAll(batch);
        people.add(new Managers(batch, 2, BATCH));
    }

    private int ended() {
        return people.stream().mapToInt(Managers::ended).sum();
    }

    /** Returns the ids of the latest models. */
    private static List<String> models(Node node) {
        return new Nodes(List.of(node))
                .ask("GET", "/engine-rest/process-definition?latestVersion=true&sortBy=key&sortOrder=asc", "admin", "")
                .body()
                .findValuesAsText("id");
    }

    private static List<String> versionsUsed(Node node) {
        return new Nodes(List.of(node))
                        .ask(
                                "GET",
                                "/engine-rest/history/process-instance?processDefinitionKey=acm-conversation",
                                "admin",
                                "")
                        .body()
                        .findValuesAsText("processDefinitionVersion")
                        .stream()
                        .distinct()
                        .toList();
    }

    private static void stop(Node node) {
        node.terminate();
        eventually().until(node::hasEnded);
    }

    private Node node(String name, FtopSimulator ftop, DatabaseServer database) {
        List<String> settings = new ArrayList<>(FaultRun.settings(ftop));
        settings.add("--spring.datasource.url=" + database.jdbcUrl());
        settings.add("--spring.datasource.username=postgres");
        return new Node(name, logs, settings);
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofMinutes(10)).pollInterval(Duration.ofMillis(200));
    }
}
