package org.acmconversation.ftop;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.acmconversation.engagement.Customer;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.Segment;
import org.acmconversation.ftop.simulator.FtopSimulator;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service with its job executor and a simulated FTOP over HTTP that can inject faults. */
@Tag("context")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:with-ftop",
            "acm.ftop.adapter=http",
            "acm.ftop.reconciliation.interval=7d",
            "acm.ftop.reconciliation.first-after=7d",
            // Retried jobs wait for the next poll, by default up to five seconds.
            "camunda.bpm.job-execution.wait-time-in-millis=100",
            "camunda.bpm.job-execution.max-wait=200",
            "acm.metrics.refresh=100ms",
            // A busy machine may pause a JVM for more than a second.
            "acm.ftop.http.read-timeout=2s",
            // With an open circuit, tests would depend on preceding ones; tests about the circuit open it sooner.
            "acm.ftop.http.circuit-breaker.window=10000",
            "acm.ftop.http.circuit-breaker.minimum-calls=10000"
        })
@ActiveProfiles("local")
abstract class WithSimulatedFtop {

    static final FtopSimulator FTOP = FtopSimulator.start();

    @Autowired
    Engagements engagements;

    @Autowired
    FtopTasks ftopTasks;

    @DynamicPropertySource
    static void ftop(DynamicPropertyRegistry properties) {
        properties.add("acm.ftop.http.base-url", FTOP::baseUrl);
        properties.add("acm.ftop.http.token-uri", FTOP::tokenUri);
        properties.add("acm.ftop.http.client-id", () -> FtopSimulator.CLIENT_ID);
        properties.add("acm.ftop.http.client-secret", () -> FtopSimulator.CLIENT_SECRET);
    }

    @BeforeEach
    void injectsNoFaultsByDefault() {
        FTOP.comeBack();
        FTOP.faults().clear();
    }

    /** Starts an engagement; its first job creates task 4047 in FTOP. */
    UUID start() {
        UUID id = UUID.randomUUID();
        Engagement engagement = engagements.start(new NewEngagement(
                "CRM-" + id,
                new Customer("Contoso", null),
                Segment.CORPORATE,
                500,
                List.of("EXCHANGE"),
                List.of(Initiative.RFA),
                new EntryCriteria(true, true, true, false)));
        return engagement.id();
    }

    /** Starts an engagement and waits until FTOP has the task. */
    FtopKey started() {
        FtopKey key = new FtopKey(start(), "4047");
        eventually().until(() -> task(key) != null && task(key).isAcknowledged());
        return key;
    }

    FtopTask task(FtopKey key) {
        return ftopTasks.of(key.engagementId()).stream()
                .filter(task -> task.catalogId().equals(key.catalogId()))
                .findFirst()
                .orElse(null);
    }

    FtopTaskStatus there(FtopKey key) {
        return FTOP.task(key).map(task -> task.tasks().get(0).status()).orElse(null);
    }

    static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
