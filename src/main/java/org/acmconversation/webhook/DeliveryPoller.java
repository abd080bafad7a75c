package org.acmconversation.webhook;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.acmconversation.outbound.QuietMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Polls for due messages and sends them concurrently. On shutdown it finishes the messages in progress; those of a
 * killed node become due again later, on any node.
 */
@Component
@ConditionalOnWebhook
class DeliveryPoller implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeliveryPoller.class);
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final Delivery delivery;
    private final DeliverySignal signal;
    private final WebhookProperties properties;
    private final QuietMode quiet;
    private final Semaphore free;
    private volatile boolean running;
    private Thread poller;
    private ExecutorService sending;

    DeliveryPoller(Delivery delivery, DeliverySignal signal, WebhookProperties properties, QuietMode quiet) {
        this.quiet = quiet;
        this.delivery = delivery;
        this.signal = signal;
        this.properties = properties;
        this.free = new Semaphore(properties.parallel());
    }

    /** Messages of a quiet node wait. */
    @Override
    public boolean isAutoStartup() {
        return !quiet.isOn();
    }

    @Override
    public synchronized void start() {
        running = true;
        sending =
                Executors.newFixedThreadPool(properties.parallel(), new CustomizableThreadFactory("webhook-delivery-"));
        poller = new Thread(this::poll, "webhook-poll");
        poller.start();
    }

    private void poll() {
        while (running) {
            try {
                tryToSendWhatIsDue();
                signal.await(properties.pollInterval());
            } catch (InterruptedException e) {
                running = false;
            }
        }
    }

    /** This is the node's only poller, so no error may end this thread. */
    private void tryToSendWhatIsDue() throws InterruptedException {
        try {
            sendWhatIsDue();
        } catch (RuntimeException | Error e) {
            log.warn("Polling for webhook messages failed and will be retried", e);
        }
    }

    /** Claims as many messages as there are free senders; a sender that has finished sends the signal. */
    private void sendWhatIsDue() throws InterruptedException {
        int places = free.availablePermits();
        if (places == 0) {
            return;
        }
        for (Message message : delivery.claim(places)) {
            free.acquire();
            try {
                sending.execute(() -> send(message));
            } catch (RuntimeException | Error e) {
                free.release();
                throw e;
            }
        }
    }

    private void send(Message message) {
        try {
            delivery.deliver(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            log.warn("Event {} of engagement {} will be sent again", message.number(), message.engagementId(), e);
        } finally {
            free.release();
            signal.send();
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        signal.send();
        try {
            poller.join(MARGIN.toMillis());
            sending.shutdown();
            long timeout = properties.answerTimeout().plus(MARGIN).toMillis();
            if (!sending.awaitTermination(timeout, TimeUnit.MILLISECONDS)) {
                sending.shutdownNow();
            }
        } catch (InterruptedException e) {
            sending.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
