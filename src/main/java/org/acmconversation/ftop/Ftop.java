package org.acmconversation.ftop;

import java.util.UUID;

/**
 * FTOP, FastTrack's own tracking system. Calls may be repeated after a failure: an engagement has at most one task per
 * catalog id, and closing a task that is closed already changes nothing.
 */
public interface Ftop {

    /**
     * Creates a task.
     *
     * @return FTOP's own id of it, at most 200 characters
     * @throws FtopRefusedException if FTOP will not create it, however often it is asked
     * @throws FtopUnavailableException if FTOP could not be asked; asking again later may help
     */
    String create(UUID engagementId, CatalogTask task);

    /**
     * Closes a task.
     *
     * @param status COMPLETED, DECLINED or CANCELED
     * @throws FtopRefusedException if FTOP will not close it, however often it is asked
     * @throws FtopUnavailableException if FTOP could not be asked; asking again later may help
     */
    void close(FtopTask task, FtopTaskStatus status);
}
