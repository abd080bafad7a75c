package org.acmconversation.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** What has to be done now and then: hand out events again that nobody took, and remove messages that are done. */
@Component
@ConditionalOnWebhook
class Chores implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Chores.class);
    private static final Duration BETWEEN_CLEAN_UPS = Duration.ofHours(1);

    private final IncompleteEventPublications publications;
    private final WebhookMessages messages;
    private final Turns turns;
    private final WebhookProperties properties;
    private final Clock clock;
    private volatile ScheduledExecutorService schedule;

    Chores(
            IncompleteEventPublications publications,
            WebhookMessages messages,
            Turns turns,
            WebhookProperties properties,
            Clock clock) {
        this.publications = publications;
        this.messages = messages;
        this.turns = turns;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        schedule = Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("webhook-chores-"));
        long interval = properties.resubmitAfter().toMillis();
        schedule.scheduleWithFixedDelay(this::doWhatIsDue, interval, interval, TimeUnit.MILLISECONDS);
    }

    private void doWhatIsDue() {
        try {
            if (turns.take("resubmit", properties.resubmitAfter())) {
                resubmit();
            }
            if (turns.take("clean-up", BETWEEN_CLEAN_UPS)) {
                cleanUp();
            }
        } catch (RuntimeException e) {
            // Thrown on, it would be the last time that this runs.
            log.warn("A chore of the webhook failed, and will be tried again", e);
        }
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

    @Override
    public synchronized void stop() {
        schedule.shutdownNow();
        schedule = null;
    }

    @Override
    public boolean isRunning() {
        return schedule != null;
    }
}
