package org.acmconversation.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.junit.jupiter.api.Test;

/** A listener may be called for a task whose process instance has just been ended concurrently. */
class RunningTaskTest {

    private final DelegateTask task = mock(DelegateTask.class);

    @Test
    void returnsTheExecutionThatWaitsAtTheTask() {
        var execution = mock(DelegateExecution.class);
        when(task.getExecution()).thenReturn(execution);

        assertThat(RunningTask.execution(task)).isSameAs(execution);
    }

    @Test
    void reportsAConflictIfTheProcessInstanceHasEnded() {
        when(task.getId()).thenReturn("task-1");

        assertThatThrownBy(() -> RunningTask.execution(task))
                .isInstanceOf(OptimisticLockingException.class)
                .hasMessageContaining("task-1");
    }
}
