package org.acmconversation.notification;

import java.util.Set;

/** Failed steps that wait for an operator. */
public interface OpenIncidents {

    /**
     * A step that failed.
     *
     * @param process key of the process
     * @param activity id of the step
     */
    record FailedStep(String process, String activity) {}

    /** Returns the steps with open incidents. */
    Set<FailedStep> steps();
}
