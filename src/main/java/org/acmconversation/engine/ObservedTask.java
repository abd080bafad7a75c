package org.acmconversation.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user task as it is or was, open or not.
 *
 * @param businessKey business key of its process instance, or null
 * @param processId key of its process
 * @param candidateGroups separated by commas, in alphabetical order; empty if it is not open any more
 * @param dueAt null if it is never due
 * @param closedAt null while it is open
 * @param completed whether somebody completed it, and it was not canceled
 */
public record ObservedTask(
        String taskId,
        @Nullable String businessKey,
        String processId,
        String activityId,
        String candidateGroups,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Instant closedAt,
        boolean completed) {}
