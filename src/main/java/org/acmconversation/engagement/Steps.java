package org.acmconversation.engagement;

import java.util.List;

/** The user tasks of the models. */
public interface Steps {

    /** A user task in the latest version of its process. */
    record Named(String processId, String activityId, String name) {}

    /** The user tasks of the latest versions, in the order of the models, the main process first. */
    List<Named> all();
}
