package org.acmconversation.portfolio;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as it is counted.
 *
 * @param processId key of its process
 * @param roles those who may do it, separated by commas
 * @param dueAt null if it is never due
 * @param closedAt null while it is open
 * @param completed whether somebody completed it, and it was not canceled
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
