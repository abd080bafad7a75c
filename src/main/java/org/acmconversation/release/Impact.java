package org.acmconversation.release;

import java.util.List;

/**
 * What a release does to the engagements that run now.
 *
 * @param running how many run
 * @param unchanged how many run exactly its models already
 * @param migratable how many can be moved to it
 * @param needsMapping activities where engagements wait that are gone or have another type
 */
public record Impact(long running, long unchanged, long migratable, List<Place> needsMapping) {

    /**
     * A place without a counterpart.
     *
     * @param process process id
     * @param count how many engagements wait there
     */
    public record Place(String process, String activityId, long count) {}
}
