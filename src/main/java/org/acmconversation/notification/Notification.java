package org.acmconversation.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification.
 *
 * @param name of the task, or of the step that has failed
 * @param actor who caused it; null if no person did
 * @param dueAt when the task is due, if that is what it is about
 */
public record Notification(
        UUID id,
        Kind kind,
        @Nullable String taskId,
        @Nullable UUID engagementId,
        String name,
        @Nullable String actor,
        @Nullable Instant dueAt,
        Instant createdAt,
        boolean isRead) {}
