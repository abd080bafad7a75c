package org.acmconversation.ftop.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.FtopTaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator's counters and stored tasks are reliable. */
class FtopSimulatorTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final FtopKey key = new FtopKey(UUID.randomUUID(), "4047");

    @TempDir
    private Path folder;

    private FtopSimulator simulator = FtopSimulator.start();
    private String token;

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void requiresAToken() throws Exception {
        token = "made-up";

        assertThat(create(key).statusCode()).isEqualTo(401);
        assertThat(simulator.tasks()).isEmpty();
    }

    @Test
    void rejectsRequestsThatViolateTheContract() throws Exception {
        assertThat(put("/v1/tasks/" + key, "{}").statusCode()).isEqualTo(400);
        assertThat(put("/v1/tasks/" + key, "no json").statusCode()).isEqualTo(400);
        assertThat(put("/v1/tasks/4047", body(key)).statusCode()).isEqualTo(400);
        assertThat(put("/v1/tasks/" + key + "/status", "{\"status\": \"OPEN\"}").statusCode())
                .isEqualTo(400);
        assertThat(put("/v1/others/1", "{}").statusCode()).isEqualTo(404);
        assertThat(simulator.tasks()).isEmpty();
    }

    @Test
    void readsATask() throws Exception {
        create(key);

        assertThat(get("/v1/tasks/" + key).body()).contains("FTOP-000001", "OPEN");
        assertThat(get("/v1/tasks/" + key.engagementId() + ":1").statusCode()).isEqualTo(404);
    }

    @Test
    void concurrentCreationsCreateOneTask() {
        List<Integer> statuses = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return create(key).statusCode();
                    } catch (Exception failure) {
                        throw new IllegalStateException(failure);
                    }
                }))
                .limit(40)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsOnlyOnce(201).contains(200).hasSize(40);
        assertThat(simulator.task(key).orElseThrow().creates()).isEqualTo(40);
        assertThat(simulator.task(key).orElseThrow().tasks()).hasSize(1);
    }

    @Test
    void tasksSurviveARestartEvenIfTheLastLineIsTruncated() throws Exception {
        Path file = folder.resolve("ftop.jsonl");
        simulator.close();
        simulator = FtopSimulator.start(0, file);
        create(key);
        simulator.faults().ignoreKeys(true);
        create(key);
        put("/v1/tasks/" + key + "/status", "{\"status\": \"DECLINED\", \"reason\": \"No hace falta\"}");
        List<TaskHistory> before = simulator.tasks();
        simulator.close();
        Files.writeString(file, "\n{\"key\": \"" + key, StandardOpenOption.APPEND);

        simulator = FtopSimulator.start(0, file);
        token = null;

        assertThat(simulator.tasks()).isEqualTo(before).hasSize(1);
        assertThat(before.get(0).tasks())
                .extracting(SimulatedTask::status)
                .containsExactly(FtopTaskStatus.DECLINED, FtopTaskStatus.OPEN);
        create(new FtopKey(UUID.randomUUID(), "1"));
        simulator.close();
        simulator = FtopSimulator.start(0, file);
        assertThat(simulator.tasks()).hasSize(2);
    }

    @Test
    void theSameSeedGivesTheSameFaults() {
        Faults faults = simulator.faults();

        List<List<Object>> runs = Stream.of(7, 7, 8)
                .map(seed -> {
                    faults.clear()
                            .chance(Fault.FAIL, 0.3)
                            .chance(Fault.DROP, 0.3)
                            .seed(seed);
                    return IntStream.range(0, 50)
                            .<Object>mapToObj(draw -> faults.draw())
                            .toList();
                })
                .toList();

        assertThat(runs.get(0)).isEqualTo(runs.get(1)).isNotEqualTo(runs.get(2));
        assertThat(runs.get(0).stream().distinct()).hasSize(3);
    }

    @Test
    void chancesAddUpToAtMostOne() {
        simulator.faults().chance(Fault.FAIL, 0.6);

        assertThatIllegalArgumentException().isThrownBy(() -> simulator.faults().chance(Fault.DROP, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.faults().chance(Fault.FAIL, -0.1));
        simulator.faults().chance(Fault.FAIL, 1);
    }

    @Test
    void goesDownAndComesBack() throws Exception {
        create(key);
        control("{\"next\": [\"GO_DOWN\"], \"downTime\": \"PT0.3S\"}");

        assertThatIOException().isThrownBy(() -> create(key));
        assertThatIOException().isThrownBy(() -> create(key));

        await().ignoreExceptions().until(() -> get("/v1/tasks/" + key).statusCode() == 200);
    }

    @Test
    void controlsFaultsAndShowsTasksOverHttp() throws Exception {
        HttpResponse<String> set = control("{\"ignoreKeys\": true, \"refused\": {\"1\": \"Falta el contrato\"}}");
        create(key);
        create(key);
        create(new FtopKey(key.engagementId(), "1"));

        assertThat(set.statusCode()).isEqualTo(200);
        JsonNode shown = Reply.JSON.readTree(get("/control/tasks").body());
        assertThat(shown.at("/keys").asInt()).isOne();
        assertThat(shown.at("/duplicates").asInt()).isOne();
        assertThat(shown.at("/tasks/0/key").asText()).isEqualTo(key.toString());
        assertThat(shown.at("/tasks/0/creates").asInt()).isEqualTo(2);
        assertThat(shown.at("/tasks/0/tasks/1/reference").asText()).isEqualTo("FTOP-000002");
    }

    @Test
    void rejectsUnknownSettings() throws Exception {
        assertThat(control("{\"chance\": {}}").body()).contains("There is no setting chance");
        assertThat(control("{\"chances\": {\"EXPLODE\": 1}}").statusCode()).isEqualTo(400);
        assertThat(control("{\"slowness\": \"soon\"}").statusCode()).isEqualTo(400);
        assertThat(control("{").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> control(String settings) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(simulator.baseUrl().resolve("/control/faults"))
                        .POST(BodyPublishers.ofString(settings))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> create(FtopKey of) throws IOException, InterruptedException {
        return put("/v1/tasks/" + of, body(of));
    }

    private HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Idempotency-Key", path.split("/")[3])
                        .PUT(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(simulator.baseUrl().resolve(path)).header("Authorization", "Bearer " + token());
    }

    private synchronized String token() throws IOException, InterruptedException {
        if (token == null) {
            String credentials = FtopSimulator.CLIENT_ID + ":" + FtopSimulator.CLIENT_SECRET;
            String body = client.send(
                            HttpRequest.newBuilder(simulator.tokenUri())
                                    .header(
                                            "Authorization",
                                            "Basic "
                                                    + Base64.getEncoder()
                                                            .encodeToString(
                                                                    credentials.getBytes(StandardCharsets.UTF_8)))
                                    .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            token = Reply.JSON.readTree(body).path("access_token").asText();
        }
        return token;
    }

    private static String body(FtopKey key) {
        return "{\"engagementId\": \"%s\", \"catalogId\": \"%s\", \"name\": \"Tarea\", \"mandatory\": true, \"role\": \"X\"}"
                .formatted(key.engagementId(), key.catalogId());
    }
}
