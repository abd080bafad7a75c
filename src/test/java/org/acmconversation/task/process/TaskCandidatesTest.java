package org.acmconversation.task.process;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.acmconversation.task.UnknownTaskException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.junit.jupiter.api.Test;

/** Reads the candidates of a task while somebody completes it. */
class TaskCandidatesTest {

    @Test
    void aTaskThatHasJustEndedIsUnknown() {
        TaskService tasks = mock(TaskService.class);
        when(tasks.getIdentityLinksForTask("task")).thenThrow(new NullValueException("task is null"));

        assertThatExceptionOfType(UnknownTaskException.class).isThrownBy(() -> new TaskCandidates(tasks).of("task"));
    }
}
