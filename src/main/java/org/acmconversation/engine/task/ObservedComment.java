package org.acmconversation.engine.task;

/**
 * A comment on an open task.
 *
 * @param businessKey business key of the task's process instance, or null
 */
public record ObservedComment(
        String id, String businessKey, String taskId, String activityId, String taskName, String text) {}
