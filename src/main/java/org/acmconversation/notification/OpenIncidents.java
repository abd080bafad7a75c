package org.acmconversation.notification;

import java.util.Set;

/** What has failed in the engine and waits for an operator. */
public interface OpenIncidents {

    /**
     * Where something has failed.
     *
     * @param process key of the process
     * @param activity id of the step
     */
    record FailedStep(String process, String activity) {}

    /** The steps with open incidents. */
    Set<FailedStep> steps();
}
