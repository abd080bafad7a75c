package org.acmconversation.ftop.simulator;

import java.util.List;
import org.acmconversation.ftop.FtopKey;

/**
 * The history of a key.
 *
 * @param creates number of creations, including repeated ones
 * @param closes number of closings, including repeated ones
 * @param tasks one task, or more if keys were ignored
 */
public record TaskHistory(FtopKey key, int creates, int closes, List<SimulatedTask> tasks) {

    /** Returns the number of surplus tasks. */
    public int duplicates() {
        return Math.max(0, tasks.size() - 1);
    }
}
