package org.acmconversation.ftop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.acmconversation.ftop.simulator.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;

/** Engagements continue and each task exists once, whatever happens to a call. */
class FtopFaultsTest extends WithSimulatedFtop {

    @Autowired
    TestRestTemplate rest;

    @Autowired
    FtopLedger ledger;

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"REFUSE"})
    void taskExistsOnceAfterAnyFault(Fault fault) {
        FTOP.faults()
                .downTime(Duration.ofMillis(300))
                .slowness(Duration.ofMillis(1500))
                .next(fault);

        FtopKey key = new FtopKey(start(), "4047");

        eventually().until(() -> {
            retry(key);
            return task(key) != null && task(key).isAcknowledged();
        });
        assertThat(FTOP.task(key).orElseThrow().tasks()).hasSize(1);
        assertThat(task(key).ftopReference()).hasSizeLessThan(201);
        assertThat(task(key).waiting()).isNull();
    }

    @Test
    void onlyTheEngagementWaitsForFtopAndShowsIt() {
        FTOP.goDown();

        FtopKey key = new FtopKey(start(), "4047");
        eventually().until(() -> task(key) != null && task(key).waiting() != null);

        JsonNode engagement = get("/api/engagements/" + key.engagementId());
        assertThat(engagement.path("status").asText()).isEqualTo("RUNNING");
        assertThat(engagement.path("waitingFor")).hasToString("[\"FTOP\"]");
        assertThat(engagement.at("/currentActivities/0/activityId").asText()).isEqualTo("createConversationTask");
        JsonNode task =
                get("/api/engagements/" + key.engagementId() + "/ftop-tasks").get(0);
        assertThat(task.path("status").asText()).isEqualTo("OPEN");
        assertThat(task.path("ftopReference").isNull()).isTrue();
        assertThat(task.at("/waiting/cause").asText()).isEqualTo("UNREACHABLE");
        assertThat(task.at("/waiting/reason").asText()).contains("No se puede conectar con FTOP");

        FTOP.comeBack();
        assertThat(retriesUntil(
                        key,
                        () -> get("/api/engagements/" + key.engagementId())
                                .path("waitingFor")
                                .isEmpty()))
                .isPositive();
        assertThat(retry(key).getBody().path("type").asText()).endsWith("/ftop-task-not-waiting");
    }

    @Test
    void refusalAfterAFailedCallWaitsForAManager() {
        FTOP.goDown();
        FtopKey key = new FtopKey(start(), "4047");
        eventually().until(() -> task(key) != null && task(key).waiting() != null);
        FTOP.faults().refuse("4047", "Falta el contrato del cliente");
        FTOP.comeBack();
        assertThat(retriesUntil(
                        key,
                        () -> get("/api/engagements/" + key.engagementId())
                                .at("/currentActivities/0/activityId")
                                .asText()
                                .equals("resolveFtopRejection")))
                .isPositive();

        assertThat(get("/api/engagements/" + key.engagementId()).path("waitingFor"))
                .isEmpty();
        assertThat(get("/api/engagements/" + key.engagementId() + "/ftop-tasks")
                        .get(0)
                        .has("waiting"))
                .isFalse();
        assertThat(ledger.waiting()).doesNotContain(key);
        assertThat(retry(key).getBody().path("type").asText()).endsWith("/ftop-task-not-waiting");
    }

    @Test
    void auditTrailRecordsRetries() {
        FTOP.goDown();
        FtopKey key = new FtopKey(start(), "4047");
        eventually().until(() -> task(key) != null && task(key).waiting() != null);

        FTOP.comeBack();
        int retries = retriesUntil(key, () -> task(key).waiting() == null);
        assertThat(retry(key).getStatusCode().value()).isEqualTo(409);

        JsonNode entries = rest.withBasicAuth("admin", "admin")
                .getForObject("/api/audit?action=ftop-task.retry&engagementId=" + key.engagementId(), JsonNode.class)
                .path("items");
        assertThat(entries).hasSize(retries);
        assertThat(entries.at("/0/actor").asText()).isEqualTo("manager");
        assertThat(entries.at("/0/objectId").asText()).isEqualTo(key.toString());
    }

    @Test
    void withdrawalDuringACallLeavesNoTaskOpen() {
        FTOP.faults().slowness(Duration.ofMillis(800)).next(Fault.SLOW_BEFORE_WORK);
        FtopKey key = new FtopKey(start(), "4047");
        eventually().until(() -> task(key) != null);

        engagements.withdraw(key.engagementId(), "El cliente cancela");

        assertThat(task(key).status()).isEqualTo(FtopTaskStatus.CANCELED);
        eventually().until(() -> task(key).isAcknowledged() && hasEnded(key.engagementId()));
        eventually()
                .untilAsserted(
                        () -> assertThat(FTOP.task(key).orElseThrow().creates()).isOne());
        assertThat(there(key)).isEqualTo(FtopTaskStatus.CANCELED);
        assertThat(FTOP.task(key).orElseThrow().tasks()).hasSize(1);
    }

    @Test
    void lateFailureOfAConfirmedCallIsIgnored() {
        FtopKey key = new FtopKey(start(), "4047");
        eventually().until(() -> task(key) != null && task(key).isAcknowledged());

        ledger.failed(key, FtopUnavailableException.Kind.TIMED_OUT, Instant.now());

        assertThat(task(key).waiting()).isNull();
    }

    @Test
    void createsNothingAfterAWithdrawal() {
        FTOP.goDown();
        FtopKey key = new FtopKey(start(), "4047");
        eventually().until(() -> task(key) != null && task(key).waiting() != null);

        engagements.withdraw(key.engagementId(), "El cliente cancela");
        FTOP.comeBack();

        eventually().until(() -> {
            retry(key);
            return task(key).isAcknowledged();
        });
        assertThat(task(key).status()).isEqualTo(FtopTaskStatus.CANCELED);
        assertThat(FTOP.task(key).orElseThrow().creates()).isZero();
        assertThat(there(key)).isEqualTo(FtopTaskStatus.CANCELED);
    }

    private boolean hasEnded(UUID engagementId) {
        return get("/api/engagements/" + engagementId).path("currentActivities").isEmpty();
    }

    /** Retries while the circuit may still be open, and returns the number of accepted retries. */
    private int retriesUntil(FtopKey key, Callable<Boolean> done) {
        var accepted = new AtomicInteger();
        eventually().until(() -> {
            if (retry(key).getStatusCode().value() == 202) {
                accepted.incrementAndGet();
            }
            return done.call();
        });
        return accepted.get();
    }

    private ResponseEntity<JsonNode> retry(FtopKey key) {
        return rest.withBasicAuth("manager", "manager")
                .postForEntity(
                        "/api/engagements/" + key.engagementId() + "/ftop-tasks/" + key.catalogId() + "/retry",
                        null,
                        JsonNode.class);
    }

    private JsonNode get(String path) {
        return rest.withBasicAuth("manager", "manager").getForObject(path, JsonNode.class);
    }
}
