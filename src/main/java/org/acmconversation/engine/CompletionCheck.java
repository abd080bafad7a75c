package org.acmconversation.engine;

import java.util.List;

/** Says whether a task may be completed with what was submitted. Asked within the transaction that completes it. */
public interface CompletionCheck {

    /**
     * Checks a completion.
     *
     * @param submission what was sent; the check may change what is stored
     * @return what is wrong, each a sentence that names its field; empty if nothing is
     */
    List<String> check(Submission submission);

    /**
     * A form as it was deployed.
     *
     * @param id names this version of the form; what it stands for never changes
     * @param content the form's JSON
     */
    record DeployedForm(String id, byte[] content) {}
}
