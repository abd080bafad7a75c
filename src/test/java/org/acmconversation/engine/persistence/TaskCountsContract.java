package org.acmconversation.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Slow task counts are cached for equal queries and refreshed in the background. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class TaskCountsContract {

    private ProcessEngine engine;
    private TaskService taskService;
    private IdentityService identityService;
    private SessionFactory counting;
    private ManualExecutor later;
    private final List<String> tasks = new ArrayList<>();

    abstract DataSource database();

    @BeforeAll
    void start() {
        engine = StandaloneEngine.over(database(), getClass().getSimpleName());
        taskService = engine.getTaskService();
        identityService = engine.getIdentityService();
        counting = sessionFactories().get(TaskManager.class);
    }

    @BeforeEach
    void countAtFirst() {
        later = new ManualExecutor();
        sessionFactories().put(TaskManager.class, counting);
    }

    @AfterEach
    void deleteTasks() {
        identityService.clearAuthentication();
        taskService.deleteTasks(tasks, true);
        tasks.clear();
    }

    @AfterAll
    void stop() {
        engine.close();
    }

    @Test
    void neverCachesAQuickCount() {
        assertThat(named("quick").count()).isZero();

        task("quick");

        assertThat(named("quick").count()).isOne();
    }

    @Test
    void cachesASlowCountForEqualQueriesUntilItsRefresh() {
        everyCountTakesLong();
        assertThat(named("long").count()).isZero();
        assertThat(named("long").count()).isZero();
        task("long");
        task("other");

        assertThat(named("long").count()).as("cached").isZero();
        assertThat(named("other").count()).as("a different query").isOne();
        later.next();
        assertThat(named("long").count()).as("counted again").isOne();
    }

    @Test
    void refreshesWithTheOriginalParametersThoughTheQueryChanges() {
        everyCountTakesLong();
        task("long");
        TaskQuery query = named("long");
        query.count();
        query.count();
        query.count();

        query.taskName("nothing has this name");
        later.next();

        assertThat(named("long").count()).isOne();
    }

    @Test
    void doesNotShareCountsBetweenUsersWhoSeeDifferentTasks() {
        everyCountTakesLong();
        task("secret");
        assertThat(named("secret").count()).isOne();
        assertThat(named("secret").count()).isOne();
        assertThat(named("secret").count()).isOne();
        identityService.setAuthentication("stranger", List.of());

        assertThat(named("secret").count()).isZero();
        assertThat(named("secret").count()).isZero();
        assertThat(named("secret").count()).isZero();
        later.next();
        later.next();
        assertThat(named("secret").count()).as("counted again").isZero();
        identityService.clearAuthentication();
        assertThat(named("secret").count()).isOne();
    }

    @Test
    void treatsAQueryAboutNowAsEqualAMomentLater() {
        everyCountTakesLong();
        Instant now = Instant.now();
        assertThat(overdue(now).count()).isZero();
        assertThat(overdue(now).count()).isZero();
        Task overdue = taskService.newTask();
        overdue.setName("overdue");
        overdue.setDueDate(Date.from(now.minus(Duration.ofDays(1))));
        save(overdue);

        assertThat(overdue(now.plusMillis(10)).count()).as("cached").isZero();
        assertThat(overdue(now.plus(Duration.ofDays(1))).count())
                .as("a different query")
                .isOne();
        later.next();
        assertThat(overdue(now.plusMillis(20)).count()).as("counted again").isOne();
    }

    @Test
    void distinguishesDatesNearNowFromNow() {
        everyCountTakesLong();
        Instant now = Instant.now();
        Task soon = taskService.newTask();
        soon.setName("overdue");
        soon.setDueDate(Date.from(now.plusSeconds(20)));
        save(soon);

        for (int time = 0; time < 3; time++) {
            assertThat(overdue(now).count()).isZero();
            assertThat(overdue(now.plusSeconds(40)).count()).isOne();
            assertThat(due(now.minusSeconds(40), now).count()).isZero();
            assertThat(due(now, now.plusSeconds(40)).count()).isOne();
        }
    }

    /** With a clock that advances a second each time it is read. */
    private void everyCountTakesLong() {
        var clock = new AtomicLong();
        var counts =
                new SlowCountCache(() -> clock.addAndGet(Duration.ofSeconds(1).toNanos()), later.worker());
        sessionFactories().put(TaskManager.class, new ReplacedManager(TaskManager.class, () -> new TaskCounts(counts)));
    }

    private Map<Class<?>, SessionFactory> sessionFactories() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getSessionFactories();
    }

    private void task(String name) {
        Task task = taskService.newTask();
        task.setName(name);
        save(task);
    }

    private void save(Task task) {
        taskService.saveTask(task);
        tasks.add(task.getId());
    }

    private TaskQuery named(String name) {
        return taskService.createTaskQuery().taskName(name);
    }

    private TaskQuery overdue(Instant now) {
        return named("overdue").dueBefore(Date.from(now));
    }

    private TaskQuery due(Instant after, Instant before) {
        return overdue(before).dueAfter(Date.from(after));
    }
}
