package org.acmconversation.engine;

import org.acmconversation.engine.CompletionCheck.DeployedForm;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;

/** Learns what a task is completed with, in the transaction that completes it. */
public interface CompletionListener {

    /**
     * Told once no check objects.
     *
     * @param task the task, still open, with its variables as they were before
     * @param form the form that the task shows
     * @param submitted what is stored
     */
    void accepted(DelegateTask task, DeployedForm form, VariableMap submitted);
}
