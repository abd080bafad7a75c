package org.acmconversation.engine;

/** Notified of every user task that is created, rescheduled, completed or canceled, within the transaction. */
public interface TaskObserver {

    /** @param task the task's state at that time */
    void changed(ObservedTask task);
}
