package org.acmconversation.webhook;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes whoever sends messages on this node, so that a new one need not wait for the next look. */
@Component
@ConditionalOnWebhook
class Bell {

    private final BlockingQueue<Boolean> rings = new ArrayBlockingQueue<>(1);

    void ring() {
        rings.offer(true);
    }

    /** Waits until it rings, but not longer than that. */
    void await(Duration atMost) throws InterruptedException {
        rings.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
