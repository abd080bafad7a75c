package org.acmconversation.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.awaitility.core.ConditionFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Base class for tests of the API: clients, and access to the database where a response is not enough proof. */
abstract class ContractTest {

    private static final List<String> TABLES =
            List.of("engagement", "idempotent_answer", "ftop_task", "timeline_entry", "ACT_RU_EXECUTION");

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate database;

    ApiClient anonymous() {
        return ApiClient.anonymous(port);
    }

    ApiClient manager() {
        return anonymous().as("manager");
    }

    ApiClient crm() {
        return anonymous().as("crm");
    }

    /** Starts an engagement and returns its id. */
    String started(JsonNode body) {
        return crm().start(body).assertStatus(201).id();
    }

    JsonNode read(String id) {
        return crm().get(ApiClient.ENGAGEMENTS + "/" + id).assertStatus(200).json();
    }

    /** Waits until the engagement has a user task at an activity, and returns it. */
    JsonNode awaitTask(String id, String activityId) {
        return patiently().until(() -> task(id, activityId), task -> !task.isMissingNode());
    }

    private JsonNode task(String id, String activityId) {
        JsonNode engagement = read(id);
        for (JsonNode activity : engagement.path("currentActivities")) {
            if (activity.path("activityId").asText().equals(activityId)
                    && activity.path("taskId").isTextual()) {
                return activity;
            }
        }
        return engagement.path("no such task");
    }

    static ConditionFactory patiently() {
        return await().atMost(TIMEOUT).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20));
    }

    /** Waits until no job is due or soon to be retried, so that only requests cause changes. */
    void awaitIdle() {
        patiently()
                .until(() -> count("ACT_RU_JOB where RETRIES_ > 0 and HANDLER_TYPE_ <> 'history-cleanup'"
                                + " and (DUEDATE_ is null or DUEDATE_ <= current_timestamp + interval '10' second)")
                        == 0);
    }

    int count(String table, Object... parameters) {
        return database.queryForObject("select count(*) from " + table, Integer.class, parameters);
    }

    /** Sends a request that must be rejected without changing anything. */
    Answer refused(Supplier<Answer> request) {
        awaitIdle();
        Map<String, Integer> before = counts();
        Answer answer = request.get();
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(counts()).isEqualTo(before);
        return answer;
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        TABLES.forEach(table -> counts.put(table, count(table)));
        return counts;
    }

    /** Sends requests concurrently. */
    static List<Answer> atOnce(int requests, IntFunction<Answer> request) {
        var threads = Executors.newFixedThreadPool(requests);
        try {
            var ready = new CountDownLatch(requests);
            List<Future<Answer>> pending = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                int number = i;
                pending.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return request.apply(number);
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : pending) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new AssertionError("A request got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for answers", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
