package org.acmconversation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node is killed while it migrates engagements to an analyst's release: another one, of an older version, starts and
 * migrates the rest, each once. The release stands, also after the first one has started again.
 */
@Tag("faults")
class KilledDuringMigrationTest {

    private static final String MODEL = "acm-conversation.bpmn";
    private static final String NEW_NAME = "Completar lo que falta";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int ENGAGEMENTS = 12;

    /** Number of engagements that have migrated when the node is killed. */
    private static final int MOVED = 5;

    @TempDir
    Path folder;

    @Test
    void anotherNodeResumesTheMigration() throws IOException, InterruptedException, SQLException {
        try (var database = new DatabaseServer(folder.resolve("data"));
                var killed = node("killed", database);
                var heir = node("heir", database)
                        .withFiles(OtherVersion.of(folder, "old", "2026-01-01T00:00:00Z")
                                .files());
                Connection connection = DriverManager.getConnection(database.jdbcUrl(), "postgres", "")) {
            killed.start();
            List<String> tasks = new ArrayList<>();
            for (int i = 0; i < ENGAGEMENTS; i++) {
                tasks.add(taskOf(started(killed), killed));
            }
            long release = draft(killed);
            connection.setAutoCommit(false);
            // The migration waits for this engagement's task.
            query(connection, "select * from ACT_RU_TASK where ID_ = ? for update", tasks.get(MOVED));
            publish(killed, release);
            patiently().until(() -> migration(killed, release).path("migrated").asInt() == MOVED);
            killed.kill();
            // The dead node's lock would block the others for a minute.
            connection.rollback();
            update(connection, "update shedlock set lock_until = locked_at where name = 'release-migration'");
            connection.commit();

            heir.start();
            JsonNode migration = patiently()
                    .until(
                            () -> migration(heir, release),
                            state -> "DONE".equals(state.path("state").asText()));

            assertThat(migration.path("planned").asInt()).isEqualTo(ENGAGEMENTS);
            assertThat(migration.path("migrated").asInt()).isEqualTo(ENGAGEMENTS);
            assertThat(migration.path("failed").asInt()).isZero();
            for (String task : tasks) {
                assertThat(get(heir, "/engine-rest/task/" + task).path("name").asText())
                        .isEqualTo(NEW_NAME);
            }
            assertThat(get(heir, "/engine-rest/task/count").path("count").asInt())
                    .isEqualTo(ENGAGEMENTS);
            assertThat(get(heir, "/engine-rest/incident/count").path("count").asInt())
                    .isZero();

            killed.start();

            for (Node node : List.of(killed, heir)) {
                assertThat(get(node, "/api/releases/" + release).path("active").asBoolean())
                        .isTrue();
                String task = taskOf(started(node), node);
                assertThat(get(node, "/engine-rest/task/" + task).path("name").asText())
                        .isEqualTo(NEW_NAME);
            }
        }
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(200));
    }

    private static String started(Node node) {
        return new Nodes(List.of(node))
                .post("/api/engagements", "crm", """
                        {"externalId": "CRM-%s", "customer": {"name": "Contoso"}, "segment": "CORPORATE", "licenses": 500,
                         "services": ["EXCHANGE"], "initiatives": ["RFA"],
                         "entryCriteria": {"kickoffHeld": false, "benefitUnderstood": true, "resourcesClear": true,
                                           "inEnterpriseAdoptionProgram": false}}""".formatted(UUID.randomUUID()))
                .body()
                .path("id")
                .asText();
    }

    private static String taskOf(String engagement, Node node) {
        return patiently()
                .until(
                        () -> get(node, "/engine-rest/task?processInstanceBusinessKey=" + engagement),
                        tasks -> !tasks.isEmpty())
                .get(0)
                .path("id")
                .asText();
    }

    private static JsonNode get(Node node, String path) {
        return new Nodes(List.of(node)).ask("GET", path, "admin", "").body();
    }

    private static JsonNode migration(Node node, long release) {
        return get(node, "/api/releases/" + release).path("migration");
    }

    /** Creates a draft without scenarios, which would take a while. */
    private static long draft(Node node) throws IOException, InterruptedException {
        var form = new StringBuilder(part(
                "name=\"files\"; filename=\"%s\"".formatted(MODEL),
                Files.readString(Path.of("processes", MODEL))
                        .replace("name=\"Completar las entradas clave\"", "name=\"%s\"".formatted(NEW_NAME))));
        try (var scenarios = Files.newDirectoryStream(Path.of("processes", "scenarios"), "*.yaml")) {
            scenarios.forEach(file -> form.append(part("name=\"remove\"", "scenarios/" + file.getFileName())));
        }
        HttpRequest request = HttpRequest.newBuilder(node.uri("/api/releases"))
                .header("Authorization", Nodes.basic("analyst"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(form + "--x--\r\n"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).path("number").asLong();
    }

    private static String part(String disposition, String content) {
        return "--x\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(disposition, content);
    }

    private static void publish(Node node, long release) {
        var answer = new Nodes(List.of(node))
                .post("/api/releases/%d/publication".formatted(release), "analyst", "{\"migrate\": \"ALL\"}");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private static void query(Connection connection, String sql, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            assertThat(statement.executeQuery().next()).isTrue();
        }
    }

    private static void update(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            assertThat(statement.executeUpdate()).isOne();
        }
    }

    private Node node(String name, DatabaseServer database) {
        return new Node(
                name,
                folder,
                List.of(
                        "--spring.profiles.active=local",
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=postgres"));
    }
}
