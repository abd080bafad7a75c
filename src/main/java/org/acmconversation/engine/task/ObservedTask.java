package org.acmconversation.engine.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user task's current or last state.
 *
 * @param businessKey business key of its process instance, or null
 * @param processId key of its process
 * @param candidateGroups separated by commas, in alphabetical order; empty if it is no longer open
 * @param dueAt due date, or null
 * @param closedAt null while it is open
 * @param completed true if it was completed, false if it is open or was canceled
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
