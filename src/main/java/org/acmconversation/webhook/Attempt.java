package org.acmconversation.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The result of sending a message.
 *
 * @param failure why it was not delivered; null if it was
 * @param retryAfter the delay that the receiver asks for; zero if none
 */
record Attempt(@Nullable String failure, Duration retryAfter) {

    static Attempt delivered() {
        return new Attempt(null, Duration.ZERO);
    }

    static Attempt failed(@Nullable String failure) {
        return new Attempt(failure, Duration.ZERO);
    }
}
