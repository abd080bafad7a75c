package org.acmconversation.engagement;

import java.time.Instant;
import java.util.List;

/**
 * A place where an engagement waits.
 *
 * @param activityId the element's id in its model
 * @param name the element's name, in Spanish
 * @param taskId the user task to claim and complete; null where no person is waited for
 * @param candidateGroups who may claim it
 * @param assignee who has claimed it
 * @param dueAt when it is due
 */
public record CurrentActivity(
        String activityId, String name, String taskId, List<String> candidateGroups, String assignee, Instant dueAt) {}
