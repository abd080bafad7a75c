package org.acmconversation.engine;

/** Is told of every user task that is created, gets another due date, is completed or canceled, in the transaction. */
public interface TaskObserver {

    /** @param task the task as it is then */
    void changed(ObservedTask task);
}
