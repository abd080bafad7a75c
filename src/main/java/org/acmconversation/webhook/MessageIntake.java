package org.acmconversation.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    private final ObjectMapper json;

    MessageIntake(WebhookMessages messages, DeliverySignal signal, ObjectMapper json) {
        this.messages = messages;
        this.signal = signal;
        this.json = json;
    }

    @Async(WebhookConfiguration.INTAKE)
    @TransactionalEventListener(id = "webhook")
    void take(OutgoingEvent event) throws JsonProcessingException {
        try (var ignored = MDC.putCloseable("engagementId", event.engagementId().toString())) {
            if (messages.add(event, json.writeValueAsString(CloudEvent.of(event)))) {
                log.debug("Event {} of engagement {} was queued", event.number(), event.engagementId());
                signal.send();
            }
        }
    }
}
