package org.acmconversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.acmconversation.engine.TaskCounts.Count;
import org.acmconversation.engine.persistence.ReplacedManager;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A count of tasks that takes long is told again, to whoever asks the very same. */
@AttackTest
class TaskCountsTest {

    @Autowired
    TaskService taskService;

    @Autowired
    ProcessEngineConfigurationImpl configuration;

    @Test
    void aQuickCountIsAlwaysCounted() {
        long before = count("quick");

        String task = task("quick");

        assertThat(count("quick")).isEqualTo(before + 1);
        taskService.deleteTask(task, true);
        assertThat(count("quick")).isEqualTo(before);
    }

    @Test
    void oneThatTookLongStandsForTheVerySameQuestionOnly() {
        SessionFactory itsOwn = configuration.getSessionFactories().get(TaskManager.class);
        Cache<Object, Count> counts = Caffeine.newBuilder().build();
        configuration.getSessionFactories().put(TaskManager.class, everyCountTakesLong(counts));
        List<String> tasks = new ArrayList<>();
        try {
            assertThat(count("long")).isZero();
            tasks.add(task("long"));
            tasks.add(task("other"));

            assertThat(count("long")).as("told again").isZero();
            assertThat(count("other")).as("another question").isOne();
            counts.invalidateAll();
            assertThat(count("long")).as("after its rest").isOne();
        } finally {
            configuration.getSessionFactories().put(TaskManager.class, itsOwn);
            taskService.deleteTasks(tasks, true);
        }
    }

    @Test
    void itRestsTwentyTimesAsLongAsItTookAMinuteAtMost() {
        assertThat(Count.of(7, Duration.ofMillis(400)).rest()).isEqualTo(Duration.ofSeconds(8));
        assertThat(Count.of(7, Duration.ofSeconds(30)).rest()).isEqualTo(Duration.ofMinutes(1));
    }

    private static SessionFactory everyCountTakesLong(Cache<Object, Count> counts) {
        return new ReplacedManager(TaskManager.class, () -> new TaskCounts(counts, Duration.ZERO));
    }

    private String task(String name) {
        Task task = taskService.newTask();
        task.setName(name);
        taskService.saveTask(task);
        return task.getId();
    }

    private long count(String name) {
        return taskService.createTaskQuery().taskName(name).count();
    }
}
