package org.acmconversation.webhook;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes up this node's sender, so that a new message need not wait for the next poll. */
@Component
@ConditionalOnWebhook
class DeliverySignal {

    private final BlockingQueue<Boolean> signals = new ArrayBlockingQueue<>(1);

    void send() {
        signals.offer(true);
    }

    /** Waits for the signal, but not longer than the given time. */
    void await(Duration atMost) throws InterruptedException {
        signals.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
