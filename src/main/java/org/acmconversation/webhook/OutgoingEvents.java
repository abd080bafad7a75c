package org.acmconversation.webhook;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.engagement.EngagementEvent;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.ftop.FtopTaskChanged;
import org.acmconversation.ftop.FtopTaskStatus;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Publishes numbered events for other systems. Numbers are assigned just before the commit, so that they follow the
 * order of the commits and concurrent transactions wait as briefly as possible.
 */
@Component
@ConditionalOnWebhook
class OutgoingEvents {

    private final WebhookStreams streams;
    private final Engagements engagements;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OutgoingEvents(WebhookStreams streams, Engagements engagements, ApplicationEventPublisher events, Clock clock) {
        this.streams = streams;
        this.engagements = engagements;
        this.events = events;
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void engagementChanged(EngagementEvent event) {
        UUID id = event.engagementId();
        if (event instanceof EngagementEvent.Started) {
            publish(id, "engagement.started", Map.of());
        } else if (event instanceof EngagementEvent.Withdrawn) {
            publish(id, "engagement.withdrawn", Map.of());
        } else if (event instanceof EngagementEvent.Erased) {
            publish(id, "engagement.erased", Map.of());
        } else if (event instanceof EngagementEvent.Ended ended) {
            publish(
                    id,
                    "engagement.ended",
                    Map.of(
                            "outcome", ended.outcome().name(),
                            "status", ended.outcome().status().name()));
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void ftopTaskChanged(FtopTaskChanged change) {
        Map<String, String> data = new HashMap<>();
        data.put("catalogId", change.catalogId());
        data.put("status", change.status().name());
        if (change.ftopReference() != null) {
            data.put("ftopReference", change.ftopReference());
        }
        publish(change.engagementId(), "ftop-task." + verb(change.status()), data);
    }

    private static String verb(FtopTaskStatus status) {
        return switch (status) {
            case OPEN -> "created";
            case COMPLETED -> "completed";
            case DECLINED -> "declined";
            case CANCELED -> "canceled";
        };
    }

    private void publish(UUID engagementId, String type, Map<String, String> detail) {
        Map<String, String> data = new HashMap<>(detail);
        data.put("engagementId", engagementId.toString());
        data.put(OutgoingEvent.EXTERNAL_ID, engagements.get(engagementId).externalId());
        long number = streams.nextNumber(engagementId);
        var now = clock.instant();
        events.publishEvent(new OutgoingEvent(UUID.randomUUID(), engagementId, number, type, now, data));
    }
}
