package org.acmconversation.ftop.simulator;

import java.util.List;
import org.acmconversation.ftop.FtopKey;

/**
 * What came of all requests about one key.
 *
 * @param creates how many creations were carried out or found a task
 * @param closes how many closings were carried out or found a closed task
 * @param tasks one, or more where keys were ignored
 */
public record TaskHistory(FtopKey key, int creates, int closes, List<SimulatedTask> tasks) {

    /** How many tasks there are too many. */
    public int duplicates() {
        return Math.max(0, tasks.size() - 1);
    }
}
