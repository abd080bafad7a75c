package org.acmconversation.engine.task;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** A task for which a listener is called. */
public class RunningTask {

    private RunningTask() {}

    /**
     * The execution that waits at the task.
     *
     * @throws OptimisticLockingException if somebody has ended the process instance meanwhile. The engine would find
     *     the conflict only when it writes, after all listeners.
     */
    public static DelegateExecution execution(DelegateTask task) {
        DelegateExecution execution = task.getExecution();
        if (execution == null) {
            throw new OptimisticLockingException(
                    "The process instance of task %s has ended meanwhile".formatted(task.getId()));
        }
        return execution;
    }
}
