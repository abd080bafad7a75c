package org.acmconversation.engine.task;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.acmconversation.engine.task.CompletionCheck.DeployedForm;
import org.jspecify.annotations.Nullable;

/** The values submitted to complete a task. The task is still open. */
public interface Submission {

    /** The id of the task. */
    String taskId();

    /** The business key of the task's process instance. Empty if it has none, or if a withdrawal has just ended it. */
    Optional<String> businessKey();

    /** The id of the user task in its model. */
    String taskDefinitionKey();

    /** The form that the task shows. */
    DeployedForm form();

    /** Names of the variables that were submitted. */
    Set<String> names();

    /**
     * A submitted value in plain Java: text, boolean, number or list of texts, whether it was sent as such, as JSON or
     * as a serialized object. Null if nothing was submitted. Other values are returned as they are.
     */
    @Nullable
    Object value(String name);

    /** Whether a variable is transient: the engine does not store it. */
    boolean isTransient(String name);

    /** Replaces a submitted text by another. */
    void replace(String name, String text);

    /** Removes variables, so that they are not stored. */
    void remove(Collection<String> names);

    /**
     * Evaluates a FEEL expression. Submitted values take precedence over the task's variables.
     *
     * @throws IllegalArgumentException if it cannot be evaluated
     */
    @Nullable
    Object evaluate(String expression);
}
