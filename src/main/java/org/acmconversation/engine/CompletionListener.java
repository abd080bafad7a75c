package org.acmconversation.engine;

/** Told what a task is completed with, in the transaction that completes it. */
public interface CompletionListener {

    /**
     * Called after all checks have passed.
     *
     * @param submission what is stored; its task is still open
     */
    void accepted(Submission submission);
}
