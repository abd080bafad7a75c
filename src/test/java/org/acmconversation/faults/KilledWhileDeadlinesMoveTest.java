package org.acmconversation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node is killed while deadlines move because of a new day off: another one moves the rest. */
@Tag("faults")
class KilledWhileDeadlinesMoveTest {

    private static final int ENGAGEMENTS = 8;

    /** Number of engagements whose deadlines have moved when the node is killed. */
    private static final int MOVED = 3;

    private static final DateTimeFormatter OF_ENGINE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    @TempDir
    Path folder;

    @Test
    void anotherNodeMovesTheRest() throws IOException, InterruptedException, SQLException {
        try (var database = new DatabaseServer(folder.resolve("data"));
                var killed = node("killed", database);
                var heir = node("heir", database);
                Connection connection = DriverManager.getConnection(database.jdbcUrl(), "postgres", "")) {
            killed.start();
            // In the order of their ids, in which they move.
            List<String> tasks = IntStream.range(0, ENGAGEMENTS)
                    .mapToObj(number -> startedTask(killed))
                    .toList();
            LocalDate due = dueOn(killed, tasks.get(0));
            connection.setAutoCommit(false);
            run(connection, "select * from ACT_RU_TASK where ID_ = '%s' for update".formatted(tasks.get(MOVED)));
            var answer = new Nodes(List.of(killed))
                    .ask("PUT", "/api/holidays/ES/" + due, "admin", "{\"name\": \"Cierre de la empresa\"}");
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
            patiently().until(() -> moved(killed, tasks, due) == MOVED);
            killed.kill();
            connection.rollback();
            // The dead node's lock would block the others for a minute.
            run(connection, "update shedlock set lock_until = locked_at where name = 'deadlines'");
            connection.commit();

            heir.start();

            patiently().until(() -> moved(heir, tasks, due) == ENGAGEMENTS);
        }
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(200));
    }

    private static String startedTask(Node node) {
        String id = new Nodes(List.of(node))
                .post("/api/engagements", "crm", """
                        {"externalId": "CRM-%s", "customer": {"name": "Contoso"}, "segment": "CORPORATE", "licenses": 500,
                         "services": ["EXCHANGE"], "initiatives": ["RFA"],
                         "entryCriteria": {"kickoffHeld": false, "benefitUnderstood": true, "resourcesClear": true,
                                           "inEnterpriseAdoptionProgram": false}}""".formatted(UUID.randomUUID()))
                .body()
                .path("id")
                .asText();
        return patiently()
                .until(
                        () -> new Nodes(List.of(node))
                                .ask("GET", "/engine-rest/task?processInstanceBusinessKey=" + id, "admin", "")
                                .body(),
                        found -> !found.isEmpty())
                .get(0)
                .path("id")
                .asText();
    }

    private static long moved(Node node, List<String> tasks, LocalDate due) {
        return tasks.stream().filter(task -> dueOn(node, task).isAfter(due)).count();
    }

    private static LocalDate dueOn(Node node, String task) {
        String due = new Nodes(List.of(node))
                .ask("GET", "/engine-rest/task/" + task, "admin", "")
                .body()
                .path("due")
                .asText();
        return OffsetDateTime.parse(due, OF_ENGINE)
                .atZoneSameInstant(ZoneId.of("Europe/Madrid"))
                .toLocalDate();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
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
