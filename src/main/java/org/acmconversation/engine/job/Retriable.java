package org.acmconversation.engine.job;

import java.time.Duration;
import java.util.Optional;

/** A job failure that influences its retry. */
public interface Retriable {

    /** Returns the minimum delay before the retry; empty to use only the model's retry cycle. */
    Optional<Duration> retryAfter();

    /** Whether the failure uses up a retry. */
    boolean countsAsTry();

    /** Returns the reason for users of Cockpit, as one sentence in Spanish. */
    String explanation();
}
