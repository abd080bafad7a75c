package org.acmconversation.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;

/** Says whether a task may be completed with what was submitted. Asked within the transaction that completes it. */
public interface CompletionCheck {

    /**
     * Checks a completion.
     *
     * @param task the task, still open, with its variables as they were before
     * @param form the form that the task shows
     * @param submitted what was sent to complete it; the check leaves in it what is to be stored
     * @return what is wrong, each a sentence that names its field; empty if nothing is
     */
    List<String> check(DelegateTask task, DeployedForm form, VariableMap submitted);

    /**
     * A form as it was deployed.
     *
     * @param id names this version of the form; what it stands for never changes
     * @param content the form's JSON
     */
    record DeployedForm(String id, byte[] content) {}
}
