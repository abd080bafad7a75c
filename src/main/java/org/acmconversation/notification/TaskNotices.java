package org.acmconversation.notification;

import java.util.UUID;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.engine.task.ObservedTask;
import org.acmconversation.engine.task.TaskObserver;
import org.acmconversation.timeline.TimelineEntry;
import org.acmconversation.timeline.TimelineRecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notifies people of what others did with their tasks, in the same transaction. */
@Component
class TaskNotices implements TaskObserver {

    private final NotificationRepository notifications;
    private final Mentions mentions;

    TaskNotices(NotificationRepository notifications, Mentions mentions) {
        this.notifications = notifications;
        this.mentions = mentions;
    }

    @EventListener
    void recorded(TimelineRecorded recorded) {
        TimelineEntry entry = recorded.entry();
        String taskId = entry.taskId();
        if (taskId == null) {
            return;
        }
        switch (entry.event()) {
            case TASK_ASSIGNED, TASK_CLAIMED, TASK_UNCLAIMED -> changedHands(recorded.engagementId(), entry, taskId);
            case TASK_COMMENTED ->
                mentions.in(entry)
                        .forEach(person -> notifications.put(notice(
                                person,
                                Kind.MENTIONED,
                                String.valueOf(entry.detail().get("commentId")),
                                recorded.engagementId(),
                                entry,
                                taskId)));
            default -> {
                // No notification.
            }
        }
    }

    private void changedHands(UUID engagementId, TimelineEntry entry, String taskId) {
        @Nullable String holder = (String) entry.detail().get("assignee");
        @Nullable String previous = (String) entry.detail().get("previousAssignee");
        notifications.deleteObsoleteAfterReassignment(taskId, holder);
        if (holder == null) {
            return;
        }
        if (!holder.equals(entry.actor())) {
            notifications.put(notice(holder, Kind.ASSIGNED, taskId, engagementId, entry, taskId));
        }
        if (previous != null && !previous.equals(entry.actor()) && !previous.equals(holder)) {
            notifications.put(notice(previous, Kind.TAKEN_OVER, taskId, engagementId, entry, taskId));
        }
    }

    private static NewNotification notice(
            String person, Kind kind, String matter, UUID engagementId, TimelineEntry entry, String taskId) {
        String name = entry.name() == null ? "" : entry.name();
        return new NewNotification(person, kind, matter, taskId, engagementId, name, entry.actor(), null);
    }

    /** Nobody has been told anything about it. */
    @Override
    public void created(ObservedTask task) {
        // No notification.
    }

    @Override
    public void changed(ObservedTask task) {
        if (BusinessKey.engagementId(task.businessKey()).isEmpty()) {
            return;
        }
        if (task.closedAt() != null) {
            notifications.taskClosed(task.taskId());
        } else {
            notifications.taskDue(task.taskId(), task.dueAt());
        }
    }
}
