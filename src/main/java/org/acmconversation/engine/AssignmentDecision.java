package org.acmconversation.engine;

/** Decides who gets a new task, as the models have it. */
public interface AssignmentDecision {

    /**
     * The decision for a task that is being created.
     *
     * @param businessKey of its process instance
     * @param activityId id of the user task in its model
     */
    Assignment of(String businessKey, String activityId);
}
