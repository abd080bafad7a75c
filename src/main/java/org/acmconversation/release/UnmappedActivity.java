package org.acmconversation.release;

import java.util.List;

/**
 * A place without a counterpart in the new models, and where its engagements could go.
 *
 * @param name what people call the activity; its id if it has no name
 * @param processName the same for the process
 * @param targets activities of the same kind in the same subprocesses
 */
public record UnmappedActivity(Impact.Place place, String name, String processName, List<Target> targets) {

    /** An activity of the new models. */
    public record Target(String id, String name) {}
}
