package org.acmconversation.retention;

import java.time.Instant;
import java.util.Map;

/**
 * A cleanup.
 *
 * @param complete whether everything that had expired was deleted; the next run does the rest
 * @param deleted rows by table
 */
public record RetentionRun(Instant startedAt, Instant endedAt, boolean complete, Map<String, Long> deleted) {

    /** Makes a defensive copy. */
    public RetentionRun {
        deleted = Map.copyOf(deleted);
    }
}
