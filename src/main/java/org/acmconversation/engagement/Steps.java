package org.acmconversation.engagement;

import java.util.List;
import java.util.Optional;

/** The user tasks of the models. */
public interface Steps {

    /** A user task in the latest version of its process. */
    record Named(String processId, String activityId, String name) {}

    /**
     * A process of the latest version.
     *
     * @param bpmn the model as it was deployed
     */
    record Model(String processId, String name, byte[] bpmn) {}

    /** The user tasks of the latest versions, in the order of the models, the main process first. */
    List<Named> all();

    /** The latest version of a process; empty if there is none. */
    Optional<Model> process(String processId);
}
