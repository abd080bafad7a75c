package org.acmconversation.engagement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An activity in which an engagement currently waits.
 *
 * @param activityId id of the model element
 * @param name name of the model element, in Spanish
 * @param taskId the user task to claim and complete; null if the activity is not a user task
 * @param candidateGroups groups that may claim the task
 * @param assignee user who has claimed the task
 * @param dueAt due date
 */
public record CurrentActivity(
        String activityId,
        @Nullable String name,
        @Nullable String taskId,
        List<String> candidateGroups,
        @Nullable String assignee,
        @Nullable Instant dueAt) {}
