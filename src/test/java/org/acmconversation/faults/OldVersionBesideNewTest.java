package org.acmconversation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** During a rolling update, a node of the old version can restart beside one of the new version. */
@Tag("faults")
class OldVersionBesideNewTest {

    private static final String MODEL = "processes/acm-conversation.bpmn";
    private static final String NEW_NAME = "Programar la conversación (nueva versión)";

    @TempDir
    Path folder;

    @Test
    void oldNodesStartOnTheNewDatabaseAndKeepTheNewModels() throws IOException {
        var ofNew = OtherVersion.of(folder, "new", "2026-02-01T00:00:00Z")
                .with(MODEL, Files.readString(Path.of(MODEL)).replace("Programar la conversación", NEW_NAME))
                .with("db/common/V9000__of_a_new_version.sql", "create table of_a_new_version (id uuid);");
        var ofOld = OtherVersion.of(folder, "old", "2026-01-01T00:00:00Z");

        try (var database = new DatabaseServer(folder.resolve("data"));
                var newNode = node("new", database).withFiles(ofNew.files());
                var oldNode = node("old", database).withFiles(ofOld.files()).with("-Duser.timezone=America/New_York")) {
            newNode.start();
            oldNode.start();

            for (Node node : List.of(newNode, oldNode)) {
                assertThat(get(node, "admin", "/engine-rest/deployment/count")
                                .path("count")
                                .asInt())
                        .isOne();
            }
            assertThat(Files.readString(folder.resolve("old-1.log")))
                    .contains("The models of this version are not published", "is of a later build");
            assertThat(scheduledTaskOf(startedBy(oldNode), newNode).path("name").asText())
                    .isEqualTo(NEW_NAME);
            assertSameTimesDespiteDifferentTimeZones(newNode, oldNode);
        }
    }

    private static void assertSameTimesDespiteDifferentTimeZones(Node... nodes) {
        List<List<String>> times = Arrays.stream(nodes)
                .map(node -> get(node, "admin", "/engine-rest/task").findValuesAsText("created"))
                .toList();
        assertThat(times.get(0)).isNotEmpty().isEqualTo(times.get(1));
    }

    private static String startedBy(Node node) {
        var answer = new Nodes(List.of(node)).post("/api/engagements", "crm", """
                        {"externalId": "CRM-%s", "customer": {"name": "Contoso"}, "segment": "CORPORATE", "licenses": 500,
                         "services": ["EXCHANGE"], "initiatives": ["RFA"],
                         "entryCriteria": {"kickoffHeld": true, "benefitUnderstood": true, "resourcesClear": true,
                                           "inEnterpriseAdoptionProgram": false}}""".formatted(UUID.randomUUID()));
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    private static JsonNode scheduledTaskOf(String engagementId, Node node) {
        String path =
                "/engine-rest/task?taskDefinitionKey=scheduleConversation&processInstanceBusinessKey=" + engagementId;
        return Awaitility.await()
                .until(() -> get(node, "admin", path), tasks -> !tasks.isEmpty())
                .get(0);
    }

    private static JsonNode get(Node node, String user, String path) {
        return new Nodes(List.of(node)).ask("GET", path, user, "").body();
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
