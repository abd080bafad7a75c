package org.acmconversation.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.acmconversation.operations.SharedWork;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.stereotype.Component;

/** Scheduled maintenance: resubmits events that were not processed and deletes old messages. */
@Component
@ConditionalOnWebhook
class WebhookHousekeeping {

    private static final Duration BETWEEN_CLEAN_UPS = Duration.ofHours(1);

    private final IncompleteEventPublications publications;
    private final WebhookMessages messages;
    private final SharedWork work;
    private final WebhookProperties properties;
    private final Clock clock;

    WebhookHousekeeping(
            IncompleteEventPublications publications,
            WebhookMessages messages,
            SharedWork work,
            WebhookProperties properties,
            Clock clock) {
        this.publications = publications;
        this.messages = messages;
        this.work = work;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void schedule() {
        work.every(properties.resubmitAfter(), "webhook-resubmit", this::resubmit);
        work.every(BETWEEN_CLEAN_UPS, "webhook-clean-up", this::cleanUp);
    }

    /**
     * Resubmits events that stayed in the registry because a node was killed or the database was down. Processing one
     * twice has no effect.
     */
    void resubmit() {
        publications.resubmitIncompletePublicationsOlderThan(properties.resubmitAfter());
    }

    /** Deletes messages that were delivered or discarded long enough ago, in batches. */
    void cleanUp() {
        var before = clock.instant().minus(properties.keepDelivered()).atOffset(ZoneOffset.UTC);
        int removed;
        do {
            removed = messages.removeSomeFinishedBefore(before);
        } while (removed > 0);
    }
}
