package org.acmconversation.answer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that somebody completed.
 *
 * @param name of the task, in Spanish
 * @param completedBy who completed it; {@code system} where no person or client did
 * @param answers in the order of the form; empty where none were kept
 */
public record AnsweredTask(
        @Nullable String activityId,
        @Nullable String name,
        String completedBy,
        Instant completedAt,
        List<Answer> answers) {}
