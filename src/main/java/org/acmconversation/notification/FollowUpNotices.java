package org.acmconversation.notification;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acmconversation.engagement.FollowUps.Missing;
import org.acmconversation.followup.EngagementFollowUp;
import org.acmconversation.followup.OverdueFollowUp;
import org.acmconversation.timeline.TimelineRecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notifies the owners of next actions when a status note is missing for two weeks or the action is overdue. */
@Component
class FollowUpNotices {

    private static final int MAX_ENGAGEMENTS = 500;

    private final NotificationRepository notifications;
    private final EngagementFollowUp followUp;

    FollowUpNotices(NotificationRepository notifications, EngagementFollowUp followUp) {
        this.notifications = notifications;
        this.followUp = followUp;
    }

    /** Adds notifications of what is overdue and deletes those that no longer apply to the person. */
    void check(String person) {
        List<OverdueFollowUp> overdue = followUp.overdueOf(person, MAX_ENGAGEMENTS);
        notifications.keepFollowUp(
                person, overdue.stream().map(FollowUpNotices::matter).toList());
        if (overdue.isEmpty()) {
            return;
        }
        Set<String> known = notifications.matters(person, Kind.OVERDUE);
        overdue.stream()
                .filter(one -> !known.contains(matter(one)))
                .forEach(one -> notifications.put(new NewNotification(
                        person,
                        Kind.OVERDUE,
                        matter(one),
                        null,
                        one.engagementId(),
                        one.missing().name(),
                        null,
                        null)));
    }

    /** Whether a notification is about the follow-up of an engagement, and not about a task. */
    static boolean isAbout(Notification notification) {
        return notification.kind() == Kind.OVERDUE && notification.taskId() == null;
    }

    /** Returns what is overdue now, in the form that notifications have. */
    Set<OverdueItem> overdueOf(String person) {
        return followUp.overdueOf(person, MAX_ENGAGEMENTS).stream()
                .map(one -> new OverdueItem(one.engagementId(), one.missing().name()))
                .collect(Collectors.toSet());
    }

    /** An engagement and what is missing in it. */
    record OverdueItem(
            @Nullable UUID engagementId, @Nullable String missing) {

        static OverdueItem of(Notification notification) {
            return new OverdueItem(notification.engagementId(), notification.name());
        }
    }

    private static String matter(OverdueFollowUp overdue) {
        return prefix(overdue.missing()) + overdue.engagementId() + "/" + overdue.since();
    }

    private static String prefix(Missing missing) {
        return missing + "/";
    }

    /** Deletes notifications at once when the follow-up is done. */
    @EventListener
    void recorded(TimelineRecorded recorded) {
        UUID engagement = recorded.engagementId();
        switch (recorded.entry().event()) {
            case STATUS_NOTED -> notifications.followedUp(engagement, prefix(Missing.NOTE));
            case NEXT_ACTION_PLANNED -> notifications.followedUp(engagement, prefix(Missing.ACTION_OVERDUE));
            case ENGAGEMENT_WITHDRAWN, ENGAGEMENT_ENDED -> notifications.followedUp(engagement, "");
            default -> {
                // Not about the follow-up.
            }
        }
    }
}
