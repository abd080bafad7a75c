package org.acmconversation.ftop;

import java.time.Instant;

/**
 * A task that waits for FTOP.
 *
 * @param failedCalls how many calls have failed since FTOP last confirmed or refused the task
 * @param lastFailureAt when the last did
 * @param reason why, in Spanish
 */
public record FtopWait(int failedCalls, Instant lastFailureAt, FtopUnavailableException.Kind cause, String reason) {

    FtopWait(int failedCalls, Instant lastFailureAt, FtopUnavailableException.Kind cause) {
        this(failedCalls, lastFailureAt, cause, FtopUnavailableException.explanation(cause));
    }
}
