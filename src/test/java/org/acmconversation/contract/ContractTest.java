package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.acmconversation.contract.ApiClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The API's contract, tested over HTTP against the running application; its subclasses choose the database. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class ContractTest {

    static final String ENGAGEMENTS = "/api/engagements";

    private static final List<String> TABLES = List.of(
            "engagement",
            "idempotent_answer",
            "ftop_task",
            "timeline_entry",
            "ACT_RU_EXECUTION",
            "ACT_RU_VARIABLE",
            "ACT_RU_JOB",
            "ACT_HI_PROCINST");

    static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    ApiClient crm;
    ApiClient manager;

    @BeforeEach
    void logIn() {
        crm = new ApiClient(port, "crm");
        manager = new ApiClient(port, "manager");
    }

    /** The body of a request that is accepted, with an external id of its own. */
    static ObjectNode body() {
        try {
            return (ObjectNode) JSON.readTree("""
                    {
                      "externalId": "%s",
                      "customer": { "name": "Contoso", "tenantId": "3f2c" },
                      "segment": "ENTERPRISE",
                      "licenses": 25000,
                      "services": ["EXCHANGE", "ONEDRIVE_FOR_BUSINESS"],
                      "initiatives": ["RFA"],
                      "entryCriteria": {
                        "kickoffHeld": true, "benefitUnderstood": true, "resourcesClear": true,
                        "inEnterpriseAdoptionProgram": false
                      }
                    }
                    """.formatted(UUID.randomUUID()));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String body(Consumer<ObjectNode> change) {
        ObjectNode body = body();
        change.accept(body);
        return body.toString();
    }

    /** Starts an engagement and returns its path. */
    String start(Consumer<ObjectNode> change) {
        Answer answer = crm.post(ENGAGEMENTS, body(change));
        assertThat(answer.status()).isEqualTo(201);
        return answer.header("Location");
    }

    String start() {
        return start(body -> {});
    }

    /** The task of an engagement that waits at a user task. */
    String awaitTask(String path, String activityId) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> taskId(path, activityId), id -> id != null);
    }

    private String taskId(String path, String activityId) {
        for (JsonNode activity : crm.get(path).json().path("currentActivities")) {
            if (activity.path("activityId").asText().equals(activityId) && activity.hasNonNull("taskId")) {
                return activity.path("taskId").asText();
            }
        }
        return null;
    }

    static List<String> fields(Answer answer) {
        List<String> fields = new ArrayList<>();
        answer.json()
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asText()));
        return fields;
    }

    /** Waits until no job is under way, then checks that what is refused leaves the database as it was. */
    Answer refused(Supplier<Answer> request) {
        await().atMost(Duration.ofSeconds(20)).until(this::isQuiet);
        List<Long> before = rows();
        Answer answer = request.get();
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
        assertThat(rows()).as("rows of " + TABLES).isEqualTo(before);
        return answer;
    }

    private boolean isQuiet() {
        return jdbc.queryForObject("select count(*) from ACT_RU_JOB where TYPE_ = 'message'", Long.class) == 0;
    }

    List<Long> rows() {
        return TABLES.stream()
                .map(table -> jdbc.queryForObject("select count(*) from " + table, Long.class))
                .toList();
    }

    /** Sends requests as close to at once as can be. */
    static List<Answer> atOnce(int count, java.util.function.IntFunction<Answer> request) {
        var threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                calls.add(() -> request.apply(number));
            }
            List<Answer> answers = new ArrayList<>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }
}
