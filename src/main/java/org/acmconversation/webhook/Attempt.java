package org.acmconversation.webhook;

import java.time.Duration;

/**
 * How sending a message went.
 *
 * @param failure why it was not delivered, in a few words; null if it was
 * @param retryAfter how long the receiver asks to wait; zero where it does not say
 */
record Attempt(String failure, Duration retryAfter) {

    static Attempt delivered() {
        return new Attempt(null, Duration.ZERO);
    }

    static Attempt failed(String failure) {
        return new Attempt(failure, Duration.ZERO);
    }

    boolean isDelivered() {
        return failure == null;
    }
}
