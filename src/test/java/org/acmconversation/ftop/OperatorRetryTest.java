package org.acmconversation.ftop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** An operator retries a failed job through the engine's REST API, as Cockpit does. */
class OperatorRetryTest extends WithSimulatedFtop {

    @Autowired
    TestRestTemplate rest;

    @Autowired
    ManagementService managementService;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    IdentityService identityService;

    @Test
    void runsAJobAndRecordsTheOperator() {
        FtopKey key = failed();
        Job job = job(key);
        FTOP.comeBack();

        assertThat(operator(HttpMethod.POST, "/job/" + job.getId() + "/execute", "{}"))
                .isEqualTo(204);

        assertThat(task(key).isAcknowledged()).isTrue();
        assertThat(audited(key, "job.execute")).containsExactly("operator " + job.getId());
    }

    @Test
    void recordsAFailedAttempt() {
        FtopKey key = failed();
        Job job = job(key);

        assertThat(operator(HttpMethod.POST, "/job/" + job.getId() + "/execute", "{}"))
                .isGreaterThanOrEqualTo(400);

        assertThat(audited(key, "job.execute")).containsExactly("operator " + job.getId());
        assertThat(job(key).getExceptionMessage()).isEqualTo(job.getExceptionMessage());
    }

    @Test
    void rejectsOtherUsersWithoutChangingTheJob() {
        FtopKey key = failed();
        Job before = job(key);

        identityService.setAuthentication("stranger", List.of("some-group"));
        try {
            assertThatExceptionOfType(AuthorizationException.class)
                    .isThrownBy(() -> managementService.executeJob(before.getId()));
        } finally {
            identityService.clearAuthentication();
        }

        Job after = job(key);
        assertThat(after.getRetries()).isEqualTo(before.getRetries());
        assertThat(after.getExceptionMessage()).isEqualTo(before.getExceptionMessage());
        assertThat(after.getDuedate()).isEqualTo(before.getDuedate());
        assertThat(audited(key, "job.execute")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void settingRetriesRunsAFailedJobAtOnce(int retriesLeft) {
        FtopKey key = failed();
        Job job = job(key);
        managementService
                .setJobRetries(retriesLeft)
                .jobId(job.getId())
                .dueDate(inTwoHours())
                .execute();
        FTOP.comeBack();

        assertThat(operator(HttpMethod.PUT, "/job/" + job.getId() + "/retries", "{\"retries\": 1}"))
                .isEqualTo(204);

        eventually().until(() -> task(key).isAcknowledged());
        assertThat(audited(key, "job.set-job-retries")).containsExactly("operator " + job.getId());
    }

    @Test
    void settingRetriesOfADefinitionRunsItsFailedJobsAtOnce() {
        FtopKey key = failed();
        Job job = job(key);
        managementService
                .setJobRetries(0)
                .jobId(job.getId())
                .dueDate(inTwoHours())
                .execute();
        FTOP.comeBack();

        assertThat(operator(
                        HttpMethod.PUT, "/job-definition/" + job.getJobDefinitionId() + "/retries", "{\"retries\": 1}"))
                .isEqualTo(204);

        eventually().until(() -> task(key).isAcknowledged());
    }

    @Test
    void keepsADueDateSetByAnOperator() {
        Job job = job(failed());
        Date due = inTwoHours();

        managementService.setJobRetries(1).jobId(job.getId()).dueDate(due).execute();

        assertThat(reread(job).getDuedate()).isEqualTo(due);
    }

    @Test
    void settingRetriesDoesNotChangeAnUnfailedTimer() {
        FtopKey key = started();
        Job timer = eventually().until(() -> timer(key), found -> found != null);

        assertThat(operator(HttpMethod.PUT, "/job/" + timer.getId() + "/retries", "{\"retries\": 5}"))
                .isEqualTo(204);

        assertThat(reread(timer).getDuedate()).isEqualTo(timer.getDuedate());
    }

    /** Starts an engagement whose first job fails, since FTOP is down. */
    private FtopKey failed() {
        FTOP.goDown();
        FtopKey key = new FtopKey(start(), "4047");
        eventually().until(() -> job(key) != null && job(key).getExceptionMessage() != null);
        return key;
    }

    private Job job(FtopKey key) {
        return managementService
                .createJobQuery()
                .processInstanceId(instance(key))
                .singleResult();
    }

    private Job timer(FtopKey key) {
        return managementService.createJobQuery().processInstanceId(instance(key)).timers().listPage(0, 1).stream()
                .findFirst()
                .orElse(null);
    }

    private Job reread(Job job) {
        return managementService.createJobQuery().jobId(job.getId()).singleResult();
    }

    private String instance(FtopKey key) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key.engagementId().toString())
                .singleResult()
                .getId();
    }

    /** In whole seconds, the precision of every database. */
    private static Date inTwoHours() {
        return Date.from(Instant.ofEpochSecond(Instant.now().getEpochSecond()).plus(Duration.ofHours(2)));
    }

    private int operator(HttpMethod method, String path, String body) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return rest.withBasicAuth("operator", "operator")
                .exchange("/engine-rest" + path, method, new HttpEntity<>(body, headers), String.class)
                .getStatusCode()
                .value();
    }

    private List<String> audited(FtopKey key, String action) {
        JsonNode entries = rest.withBasicAuth("admin", "admin")
                .getForObject("/api/audit?engagementId=" + key.engagementId() + "&action=" + action, JsonNode.class)
                .path("items");
        return entries.findParents("objectId").stream()
                .map(entry -> entry.get("actor").asText() + " "
                        + entry.get("objectId").asText())
                .toList();
    }
}
