package org.acmconversation.engine.task;

/**
 * Notified of every user task that is created, due at another time, migrated, completed or canceled, within the
 * transaction.
 */
public interface TaskObserver {

    /** Called for a new task, instead of {@link #changed}. */
    default void created(ObservedTask task) {
        changed(task);
    }

    /** @param task the task's state at that time */
    void changed(ObservedTask task);
}
