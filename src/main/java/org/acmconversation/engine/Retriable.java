package org.acmconversation.engine;

import java.time.Duration;
import java.util.Optional;

/** A failure of a job that tells how to go on: an exception that implements it decides when its job runs again. */
public interface Retriable {

    /** The earliest time for the next try; empty leaves it to the model's retry cycle. */
    Optional<Duration> retryAfter();

    /** Whether this counts among the tries after which the job gives up. */
    boolean countsAsTry();

    /** Why it failed, for the people who see it in Cockpit: Spanish, one sentence. */
    String explanation();
}
