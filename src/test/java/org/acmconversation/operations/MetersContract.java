package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.acmconversation.engagement.Customer;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.Segment;
import org.awaitility.core.ConditionFactory;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** Metrics follow the events. Engagements of other tests may exist. */
abstract class MetersContract {

    private static final String MANAGER = "fasttrack-manager";

    @Autowired
    Engagements engagements;

    @Autowired
    MeterRegistry meters;

    @Autowired
    TaskService taskService;

    @Autowired
    ManagementService managementService;

    @Autowired
    HikariDataSource pool;

    @Autowired
    TestRestTemplate rest;

    @LocalManagementPort
    int managementPort;

    @Test
    void countsEngagementsByStatus() {
        double running = gauge("acm.engagements", "status", "running");
        double withdrawn = gauge("acm.engagements", "status", "withdrawn");

        UUID id = start();
        eventually().until(() -> gauge("acm.engagements", "status", "running") == running + 1);

        engagements.withdraw(id, "El cliente cancela");
        eventually().until(() -> gauge("acm.engagements", "status", "withdrawn") == withdrawn + 1);
        assertThat(gauge("acm.engagements", "status", "running")).isEqualTo(running);
    }

    @Test
    void countsTasksForEachCandidateRole() {
        double managers = gauge("acm.tasks.open", "role", MANAGER);
        double partners = gauge("acm.tasks.open", "role", "fasttrack-ready-partner");
        double engineers = gauge("acm.tasks.open", "role", "fasttrack-engineer");

        awaitTask(start());

        eventually().until(() -> gauge("acm.tasks.open", "role", MANAGER) == managers + 1);
        assertThat(gauge("acm.tasks.open", "role", "fasttrack-ready-partner")).isEqualTo(partners + 1);
        assertThat(gauge("acm.tasks.open", "role", "fasttrack-engineer")).isEqualTo(engineers);
    }

    @Test
    void countsOverdueTasks() {
        double overdue = gauge("acm.tasks.overdue", "role", MANAGER);
        Task task = awaitTask(start());
        // Reminders move with the due date, and one that fires during the test changes the task.
        managementService.suspendJobByProcessInstanceId(task.getProcessInstanceId());

        task.setDueDate(new Date(System.currentTimeMillis() - 60_000));
        taskService.saveTask(task);

        eventually().until(() -> gauge("acm.tasks.overdue", "role", MANAGER) == overdue + 1);
        task = taskService.createTaskQuery().taskId(task.getId()).singleResult();
        task.setDueDate(new Date(System.currentTimeMillis() + 60_000));
        taskService.saveTask(task);
        eventually().until(() -> gauge("acm.tasks.overdue", "role", MANAGER) == overdue);
    }

    @Test
    void countsDueJobsAndTheirLag() {
        Job reminder = reminder(awaitTask(start()));
        managementService.setJobDuedate(reminder.getId(), new Date(System.currentTimeMillis() + 3_600_000));
        managementService.setJobRetries(reminder.getId(), 0);
        double failed = eventualFailures();

        assertThat(failed).isPositive();
        assertThat(gauge("acm.incidents")).isPositive();

        managementService.suspendJobById(reminder.getId());
        managementService.setJobRetries(reminder.getId(), 1);
        eventually().until(() -> gauge("acm.jobs.failed") == failed - 1);
        eventually().until(() -> gauge("acm.jobs.due") == 0);
        assertThat(gauge("acm.jobs.lag")).isZero();
    }

    @Test
    void timesCompletedSteps() {
        Timer calls = step("service", "createConversationTask");
        long before = calls == null ? 0 : calls.count();
        Task task = awaitTask(start());
        eventually().until(() -> step("service", "createConversationTask").count() > before);
        Timer schedules = step("user", "scheduleConversation");
        long scheduled = schedules == null ? 0 : schedules.count();

        taskService.complete(
                task.getId(),
                Map.of(
                        "conversationAt", "2026-12-01T10:00+01:00",
                        "itProfessional", "Ana",
                        "businessStakeholders", "Luis",
                        "decisionMakers", "Eva"));

        assertThat(step("user", "scheduleConversation").count()).isEqualTo(scheduled + 1);
        assertThat(step("user", "scheduleConversation").totalTime(TimeUnit.MILLISECONDS))
                .isPositive();
    }

    @Test
    void ignoresCanceledSteps() {
        UUID id = start();
        awaitTask(id);
        Timer schedules = step("user", "scheduleConversation");
        long before = schedules == null ? 0 : schedules.count();

        engagements.withdraw(id, "El cliente cancela");

        Timer after = step("user", "scheduleConversation");
        assertThat(after == null ? 0 : after.count()).isEqualTo(before);
    }

    @Test
    void scrapingReleasesAllConnections() {
        TestRestTemplate prometheus = rest.withBasicAuth("operator", "operator");
        for (int scrape = 1; scrape <= 200; scrape++) {
            var answer = prometheus.getForEntity(
                    "http://localhost:" + managementPort + "/actuator/prometheus", String.class);
            assertThat(answer.getStatusCode().value()).as("scrape %d", scrape).isEqualTo(200);
            assertThat(answer.getBody())
                    .contains("acm_engagements{", "acm_tasks_open{", "acm_tasks_overdue{")
                    .doesNotContainPattern("acm_\\w+\\{[^}]*} NaN");
        }

        eventually().until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
    }

    @Test
    void exportsLibraryMetricsUsedByAlertsAndDashboard() {
        String scrape = rest.withBasicAuth("operator", "operator")
                .getForObject("http://localhost:" + managementPort + "/actuator/prometheus", String.class);

        assertThat(AlertsTest.OF_OTHERS)
                .allSatisfy(metric -> assertThat(scrape).containsPattern("(?m)^" + metric + "[ {]"));
    }

    private double eventualFailures() {
        eventually().until(() -> gauge("acm.jobs.failed") > 0);
        return gauge("acm.jobs.failed");
    }

    private Job reminder(Task task) {
        return managementService
                .createJobQuery()
                .processInstanceId(task.getProcessInstanceId())
                .timers()
                .list()
                .get(0);
    }

    private Task awaitTask(UUID id) {
        return eventually()
                .until(
                        () -> taskService
                                .createTaskQuery()
                                .processInstanceBusinessKey(id.toString())
                                .singleResult(),
                        task -> task != null);
    }

    private UUID start() {
        UUID id = UUID.randomUUID();
        return engagements
                .start(new NewEngagement(
                        "CRM-" + id,
                        new Customer("Contoso", null),
                        Segment.CORPORATE,
                        500,
                        List.of("EXCHANGE"),
                        List.of(Initiative.RFA),
                        new EntryCriteria(true, true, true, false)))
                .id();
    }

    private Timer step(String type, String activity) {
        return meters.find("acm.step")
                .tags("process", "acm-conversation", "type", type, "activity", activity)
                .timer();
    }

    private double gauge(String name, String... tags) {
        return meters.get(name).tags(tags).gauge().value();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
