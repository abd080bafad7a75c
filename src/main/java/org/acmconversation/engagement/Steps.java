package org.acmconversation.engagement;

import java.util.List;
import java.util.Optional;

/** The user tasks of the models. */
public interface Steps {

    /**
     * A user task in the active version of its process.
     *
     * @param groups candidate groups; if the FTOP task determines the group, all possible groups
     */
    record Named(String processId, String activityId, String name, List<String> groups) {}

    /**
     * A process, in its active version.
     *
     * @param bpmn the model as it was deployed
     */
    record Model(String processId, String name, byte[] bpmn) {}

    /** Returns the user tasks of the active versions, in the order of the models, the main process first. */
    List<Named> all();

    /** The active version of a process; empty if there is none. */
    Optional<Model> process(String processId);
}
