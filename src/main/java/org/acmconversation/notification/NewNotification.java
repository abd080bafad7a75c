package org.acmconversation.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification to add.
 *
 * @param matter what it is about, such as a task's id; the person is told once per kind and matter
 */
record NewNotification(
        String person,
        Kind kind,
        String matter,
        @Nullable String taskId,
        @Nullable UUID engagementId,
        String name,
        @Nullable String actor,
        @Nullable Instant dueAt) {}
