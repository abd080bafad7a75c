package org.acmconversation.comment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a task.
 *
 * @param taskName name of the task, in Spanish
 * @param author who wrote it
 */
public record Comment(
        UUID id,
        String taskId,
        @Nullable String activityId,
        @Nullable String taskName,
        String author,
        Instant at,
        String text) {}
