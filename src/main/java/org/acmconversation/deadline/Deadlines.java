package org.acmconversation.deadline;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.acmconversation.engagement.EngagementEvent;
import org.acmconversation.engine.task.DueDates;
import org.acmconversation.model.ConversationModel;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.timeline.TimelineEntry;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves the due dates and timers of open tasks when the engagement's calendar or the time of its conversation changes.
 * Dates that somebody has set by hand are kept.
 */
@Component
public class Deadlines {

    private final DueDates dueDates;
    private final Timeline timeline;

    Deadlines(DueDates dueDates, Timeline timeline) {
        this.dueDates = dueDates;
        this.timeline = timeline;
    }

    /** Runs in the transaction of the change. */
    @EventListener
    void profileChanged(EngagementEvent.ProfileChanged change) {
        if (!Objects.equals(change.profile().country(), change.previous().country())
                || !Objects.equals(
                        change.profile().timeZone(), change.previous().timeZone())) {
            move(change.engagementId());
        }
    }

    /** Runs in a transaction of its own, after the working days of the engagement's country have changed. */
    void calendarChanged(UUID engagementId) {
        move(engagementId);
    }

    /**
     * Runs within the process. The conversation's own task becomes due at the new time, even if somebody had set
     * another date, because that date was meant for the old time.
     */
    public void conversationMoved(UUID engagementId) {
        move(engagementId, entry -> !ConversationModel.CONDUCT_CONVERSATION.equals(entry.activityId()));
    }

    private void move(UUID engagementId) {
        move(engagementId, entry -> true);
    }

    /**
     * A task's last due date decides: a release may have brought a new one since somebody set theirs. Entries about a
     * follow-up date only do not count.
     */
    private void move(UUID engagementId, Predicate<TimelineEntry> stays) {
        Map<String, TimelineEntry> lastDates = new HashMap<>();
        timeline.of(engagementId).stream()
                .filter(entry -> entry.event() == Event.TASK_RESCHEDULED
                        && entry.detail().containsKey("dueAt"))
                .forEach(entry -> lastDates.put(String.valueOf(entry.taskId()), entry));
        lastDates.values().removeIf(entry -> entry.actor().equals(Timeline.SYSTEM) || !stays.test(entry));
        dueDates.recalculate(engagementId.toString(), lastDates.keySet());
    }
}
