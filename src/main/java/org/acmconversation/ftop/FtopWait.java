package org.acmconversation.ftop;

import java.time.Instant;

/**
 * A task that waits for FTOP.
 *
 * @param failedCalls number of failed calls since FTOP last confirmed or refused the task
 * @param lastFailureAt time of the last failure
 * @param reason the cause in Spanish
 */
public record FtopWait(int failedCalls, Instant lastFailureAt, FtopUnavailableException.Kind cause, String reason) {

    FtopWait(int failedCalls, Instant lastFailureAt, FtopUnavailableException.Kind cause) {
        this(failedCalls, lastFailureAt, cause, FtopUnavailableException.explanation(cause));
    }
}
