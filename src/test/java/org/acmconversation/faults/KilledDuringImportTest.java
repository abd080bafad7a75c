package org.acmconversation.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A node is killed in the middle of an import. Whoever sends the file again, to any node, gets the rest of its rows
 * imported, and is told how many there were already.
 */
@Tag("faults")
class KilledDuringImportTest {

    private static final int ROWS = 200;

    /** Number of imported rows at which the node is killed. */
    private static final int ENOUGH = 20;

    private static final String FILE = IntStream.range(0, ROWS)
            .mapToObj("CRM-%d,Contoso,3f2c,SMB,25000,EXCHANGE|EDGE,RFA|TARGETING,false,true,true,false\n"::formatted)
            .collect(Collectors.joining(
                    "",
                    "externalId,customerName,tenantId,segment,licenses,services,initiatives,"
                            + "kickoffHeld,benefitUnderstood,resourcesClear,inEnterpriseAdoptionProgram\n",
                    ""));

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void sendingTheFileAgainImportsTheRest() throws IOException, InterruptedException, ExecutionException {
        try (var database = new DatabaseServer(folder.resolve("data"));
                var killed = node("killed", database);
                var other = node("other", database)) {
            JdbcClient tables = JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), "postgres", ""));
            killed.start();
            CompletableFuture<HttpResponse<String>> upload = upload(killed);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> engagements(tables) >= ENOUGH);
            killed.kill();

            assertThatExceptionOfType(ExecutionException.class)
                    .as("an answer to the upload")
                    .isThrownBy(upload::get)
                    .withCauseInstanceOf(IOException.class);

            other.start();
            int before = engagements(tables);
            assertThat(before).isBetween(ENOUGH, ROWS - 1);
            JsonNode report = report(other);

            assertThat(report.path("accepted").asInt()).isEqualTo(ROWS - before);
            assertThat(report.path("existing").asInt()).isEqualTo(before);
            assertThat(report.path("rejected")).isEmpty();
            assertThat(engagements(tables)).isEqualTo(ROWS);
            assertThat(withOneProcess(tables)).isEqualTo(ROWS);
            assertThat(report(other).path("existing").asInt()).isEqualTo(ROWS);
        }
    }

    private CompletableFuture<HttpResponse<String>> upload(Node node) {
        HttpRequest request = HttpRequest.newBuilder(node.uri("/api/engagements/import"))
                .header("Authorization", Nodes.basic("crm"))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(FILE))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    private JsonNode report(Node node) throws IOException, InterruptedException, ExecutionException {
        HttpResponse<String> answer = upload(node).get();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static int engagements(JdbcClient tables) {
        return tables.sql("select count(*) from engagement")
                .query(Integer.class)
                .single();
    }

    private static int withOneProcess(JdbcClient tables) {
        return tables.sql("""
                        select count(*) from engagement
                        where (select count(*) from act_ru_execution
                               where business_key_ = cast(engagement.id as varchar)
                                 and parent_id_ is null and super_exec_ is null) = 1
                        """).query(Integer.class).single();
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
