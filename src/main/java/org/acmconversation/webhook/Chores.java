package org.acmconversation.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.acmconversation.operations.SharedWork;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.stereotype.Component;

/** What has to be done now and then: hand out events again that nobody took, and remove messages that are done. */
@Component
@ConditionalOnWebhook
class Chores {

    private static final Duration BETWEEN_CLEAN_UPS = Duration.ofHours(1);

    private final IncompleteEventPublications publications;
    private final WebhookMessages messages;
    private final SharedWork work;
    private final WebhookProperties properties;
    private final Clock clock;

    Chores(
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

    /** After a kill, or while the database was away, events stay in the registry. Taking one twice changes nothing. */
    void resubmit() {
        publications.resubmitIncompletePublicationsOlderThan(properties.resubmitAfter());
    }

    /** Removes messages that were delivered or discarded long enough ago, a part of them at a time. */
    void cleanUp() {
        var before = clock.instant().minus(properties.keepDelivered()).atOffset(ZoneOffset.UTC);
        int removed;
        do {
            removed = messages.removeSomeFinishedBefore(before);
        } while (removed > 0);
    }
}
