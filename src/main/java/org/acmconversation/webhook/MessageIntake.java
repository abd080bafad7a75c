package org.acmconversation.webhook;

import org.acmconversation.database.StoredJson;
import org.acmconversation.engagement.Engagements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Copies events from the registry to the message queue, idempotently. The registry resubmits events that were not
 * copied, because the node died or the database was down.
 */
@Component
@ConditionalOnWebhook
class MessageIntake {

    private static final Logger log = LoggerFactory.getLogger(MessageIntake.class);

    private final WebhookMessages messages;
    private final DeliverySignal signal;
    private final Engagements engagements;
    private final StoredJson json;

    MessageIntake(WebhookMessages messages, DeliverySignal signal, Engagements engagements, StoredJson json) {
        this.messages = messages;
        this.signal = signal;
        this.engagements = engagements;
        this.json = json;
    }

    @Async(WebhookConfiguration.INTAKE)
    @TransactionalEventListener(id = "webhook")
    void take(OutgoingEvent event) {
        try (var ignored = MDC.putCloseable("engagementId", event.engagementId().toString())) {
            if (messages.add(event, this::body)) {
                log.debug("Event {} of engagement {} was queued", event.number(), event.engagementId());
                signal.send();
            }
        }
    }

    /** Uses the current external id, because the engagement may have been erased since the event. */
    private String body(OutgoingEvent event) {
        String externalId = engagements.get(event.engagementId()).externalId();
        return json.write(CloudEvent.of(event.withExternalId(externalId)));
    }
}
