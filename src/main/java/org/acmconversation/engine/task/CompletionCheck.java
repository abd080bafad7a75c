package org.acmconversation.engine.task;

import java.util.List;

/** Decides whether a task may be completed with a submission. Called within the transaction that completes the task. */
public interface CompletionCheck {

    /**
     * Checks a completion.
     *
     * @param submission the submitted values; the check may change them before they are stored
     * @return the errors, each a sentence that names its field; empty if there are none
     */
    List<String> check(Submission submission);

    /**
     * A deployed form.
     *
     * @param id identifies this version of the form, which never changes
     * @param content the form's JSON
     */
    record DeployedForm(String id, byte[] content) {}
}
