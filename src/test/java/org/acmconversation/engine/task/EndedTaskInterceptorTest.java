package org.acmconversation.engine.task;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.acmconversation.engine.AttackTest;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AttackTest
class EndedTaskInterceptorTest {

    @Autowired
    ProcessEngineConfigurationImpl configuration;

    @Autowired
    TaskService taskService;

    @Test
    void reportsAnEndedTaskAsMissing() {
        assertThatThrownBy(() -> refuse("Task", "ended"))
                .isInstanceOf(NullValueException.class)
                .hasMessageContaining("Cannot find task with id ended");
    }

    @Test
    void reportsAnOpenTaskAsForbidden() {
        Task task = taskService.newTask();
        taskService.saveTask(task);

        assertThatThrownBy(() -> refuse("Task", task.getId())).isInstanceOf(AuthorizationException.class);

        taskService.deleteTask(task.getId(), true);
    }

    @Test
    void reportsOtherResourcesAsForbidden() {
        assertThatThrownBy(() -> refuse("Filter", "ended")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> refuse("Task", null)).isInstanceOf(AuthorizationException.class);
    }

    /** Runs a command that lacks a permission. */
    private void refuse(String resourceType, String resourceId) {
        configuration.getCommandExecutorTxRequired().execute(context -> {
            throw new AuthorizationException("manager", "TASK_WORK", resourceType, resourceId);
        });
    }
}
