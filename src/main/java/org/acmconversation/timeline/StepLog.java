package org.acmconversation.timeline;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.acmconversation.operations.LogContext;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Logs each step of an engagement in a line after its transaction, so transactions that are rolled back or retried log
 * nothing extra. Lines have ids only.
 */
@Component
class StepLog {

    private static final Logger log = LoggerFactory.getLogger(StepLog.class);

    /** Their modules log them, with more detail. */
    private static final Set<Event> LOGGED_ELSEWHERE = EnumSet.of(
            Event.ENGAGEMENT_STARTED,
            Event.PROFILE_CHANGED,
            Event.CONVERSATION_RESCHEDULED,
            Event.FTOP_TASK_CREATED,
            Event.FTOP_TASK_CLOSED,
            Event.ENGAGEMENT_WITHDRAWN,
            Event.ENGAGEMENT_ENDED,
            Event.ENGAGEMENT_ERASED);

    @EventListener
    void recorded(TimelineRecorded recorded) {
        TimelineEntry entry = recorded.entry();
        if (LOGGED_ELSEWHERE.contains(entry.event())) {
            return;
        }
        UUID id = recorded.engagementId();
        String step = Objects.requireNonNullElse(entry.activityId(), "");
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    write(id, entry.event(), step);
                }
            });
        } else {
            write(id, entry.event(), step);
        }
    }

    private static void write(UUID id, Event event, String step) {
        try (var ignored = LogContext.about(id)) {
            log.info("Engagement {}: {} {}", id, event, step);
        }
    }
}
