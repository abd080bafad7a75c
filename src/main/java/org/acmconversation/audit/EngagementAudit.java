package org.acmconversation.audit;

import java.util.Map;
import java.util.UUID;
import org.acmconversation.engagement.EngagementEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records who started, changed, rescheduled or withdrew an engagement. */
@Component
class EngagementAudit {

    private final AuditTrail trail;

    EngagementAudit(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void started(EngagementEvent.Started event) {
        record("engagement.start", event.engagementId(), Map.of());
    }

    @EventListener
    void changed(EngagementEvent.ProfileChanged event) {
        record("engagement.change", event.engagementId(), Map.of("profile", event.profile()));
    }

    @EventListener
    void rescheduled(EngagementEvent.ConversationRescheduled event) {
        record(
                "engagement.reschedule",
                event.engagementId(),
                Map.of(
                        "at",
                        event.at().toString(),
                        "previousAt",
                        event.previous().toString()));
    }

    @EventListener
    void withdrawn(EngagementEvent.Withdrawn event) {
        record("engagement.withdraw", event.engagementId(), Map.of("reason", event.reason()));
    }

    private void record(String action, UUID engagementId, Map<String, ?> detail) {
        trail.recordOfCaller(action, engagementId.toString(), engagementId, detail);
    }
}
