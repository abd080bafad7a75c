package org.acmconversation.ftop;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * FTOP, FastTrack's own tracking system. Calls may be repeated after a failure: an engagement has at most one task per
 * catalog id, and what came of a call is what FTOP answers, not what was asked for.
 *
 * <p>Each call throws {@link FtopUnavailableException} if nothing dependable came back; asking again later may help.
 */
public interface Ftop {

    /** How many keys {@link #find} takes, and how many records {@link #page} gives, at most. */
    int MAX_RECORDS = 100;

    /**
     * Creates the task of a key, or finds the one that exists.
     *
     * @return what FTOP has now; CANCELED if the key was canceled before
     * @throws FtopRefusedException if FTOP will not create it, however often it is asked
     */
    FtopRecord create(UUID engagementId, CatalogTask task);

    /**
     * Closes a task. CANCELED for a task that FTOP never saw makes sure that none will be created with that key.
     *
     * @param status COMPLETED, DECLINED or CANCELED
     * @param reason why, or null
     * @return what FTOP has now: a task that was closed otherwise before stays so
     * @throws FtopRefusedException if FTOP will not close it, however often it is asked
     */
    FtopRecord close(FtopKey key, FtopTaskStatus status, String reason);

    /** What FTOP has for these keys, at most {@link #MAX_RECORDS}; a key without a task has no record. */
    List<FtopRecord> find(Collection<FtopKey> keys);

    /**
     * The next records in the order of their keys.
     *
     * @param after where the page before ended; null for the first page
     * @param limit how many at most, up to {@link #MAX_RECORDS}
     * @return as many as the limit unless there are no more
     */
    List<FtopRecord> page(FtopKey after, int limit);
}
