package org.acmconversation.portfolio;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The values of a task that the portfolio counts.
 *
 * @param processId key of its process
 * @param roles candidate groups, separated by commas
 * @param dueAt due date, or null
 * @param closedAt null while it is open
 * @param completed true if it was completed, false if it is open or was canceled
 */
record CountedTask(
        String taskId,
        UUID engagementId,
        String processId,
        String activityId,
        String roles,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Instant closedAt,
        boolean completed) {

    boolean isOpen() {
        return closedAt == null;
    }
}
