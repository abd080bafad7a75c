package org.acmconversation.formanswer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A completed task with its answers.
 *
 * @param name name of the task, in Spanish
 * @param completedBy who completed it; {@code system} if no person or client did
 * @param answers in the form's order; empty if none were stored
 */
public record AnsweredTask(
        @Nullable String activityId,
        @Nullable String name,
        String completedBy,
        Instant completedAt,
        List<Answer> answers) {}
