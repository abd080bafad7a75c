package org.acmconversation.ftop;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * FTOP, FastTrack's own tracking system. All calls are idempotent: an engagement has at most one task per catalog id.
 * The result of a call is the state that FTOP returns, which may differ from the request.
 *
 * <p>Each call throws {@link FtopUnavailableException} if there is no valid response; retrying later may help.
 */
public interface Ftop {

    /** Maximum number of keys for {@link #find} and of records of {@link #open}. */
    int MAX_RECORDS = 100;

    /**
     * Creates a task or returns the existing one.
     *
     * @return the task's current state; CANCELED if the key was canceled before
     * @throws FtopRefusedException if FTOP refuses permanently
     */
    FtopRecord create(UUID engagementId, CatalogTask task);

    /**
     * Closes a task. CANCELED for an unknown task ensures that none will be created with this key.
     *
     * @param status COMPLETED, DECLINED or CANCELED
     * @param reason the reason, or null
     * @return the task's current state; a task keeps its first closing status
     * @throws FtopRefusedException if FTOP refuses permanently
     */
    FtopRecord close(FtopKey key, FtopTaskStatus status, @Nullable String reason);

    /** Returns the records of up to {@link #MAX_RECORDS} keys; keys without a task are omitted. */
    List<FtopRecord> find(Collection<FtopKey> keys);

    /**
     * Returns the next records of open tasks, ordered by key. A gateway that does not know the condition returns closed
     * ones, too.
     *
     * @param after last key of the previous page; null for the first page
     * @param limit page size, up to {@link #MAX_RECORDS}
     * @return a full page, unless it is the last
     */
    List<FtopRecord> open(@Nullable FtopKey after, int limit);
}
