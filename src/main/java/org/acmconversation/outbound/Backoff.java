package org.acmconversation.outbound;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Delays between attempts: exponential with a factor of three, and jitter. */
public class Backoff {

    private static final int FACTOR = 3;
    private static final double MIN_FACTOR = 0.75;

    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier random;

    /** @param random source of numbers from 0 to 1 */
    public Backoff(Duration first, Duration longest, DoubleSupplier random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** Returns the delay after a number of attempts: at least what the receiver asked for, up to the limit. */
    public Duration after(int attempts, Duration retryAfter) {
        double millis = Math.min(first.toMillis() * Math.pow(FACTOR, attempts - 1.0), (double) longest.toMillis());
        double chosen = millis * (MIN_FACTOR + (1 - MIN_FACTOR) * random.getAsDouble());
        return Duration.ofMillis((long) Math.max(chosen, (double) Math.min(retryAfter.toMillis(), longest.toMillis())));
    }
}
