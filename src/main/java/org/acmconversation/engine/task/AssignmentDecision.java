package org.acmconversation.engine.task;

/** Port to the decision of the models that assigns new tasks. */
public interface AssignmentDecision {

    /**
     * Returns the decision for a task that is being created.
     *
     * @param businessKey of its process instance
     * @param activityId id of the user task in its model
     */
    Assignment of(String businessKey, String activityId);
}
