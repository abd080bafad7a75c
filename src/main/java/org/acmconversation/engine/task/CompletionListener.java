package org.acmconversation.engine.task;

/** Notified of the submission with which a task is completed, within the transaction that completes it. */
public interface CompletionListener {

    /**
     * Called after all checks have passed.
     *
     * @param submission the values to be stored; the task is still open
     */
    void accepted(Submission submission);
}
