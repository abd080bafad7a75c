package org.acmconversation.webhook;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait between attempts: three times longer each time, and never the same for all that failed at once. */
class Backoff {

    private static final int FACTOR = 3;
    private static final double LEAST = 0.75;

    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier random;

    /** @param random from 0 to 1 */
    Backoff(Duration first, Duration longest, DoubleSupplier random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** How long to wait after that many attempts, at least as long as the receiver asked for, within the limit. */
    Duration after(int attempts, Duration retryAfter) {
        double millis = Math.min(first.toMillis() * Math.pow(FACTOR, attempts - 1.0), longest.toMillis());
        double chosen = millis * (LEAST + (1 - LEAST) * random.getAsDouble());
        return Duration.ofMillis((long) Math.max(chosen, Math.min(retryAfter.toMillis(), longest.toMillis())));
    }
}
