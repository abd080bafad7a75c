package org.acmconversation.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that could not be delivered within the maximum number of attempts.
 *
 * @param id the event's id, as sent to the receiver
 * @param number position among the engagement's events
 * @param failure result of the last attempt
 * @param waitingBehind number of later events of the engagement that wait for this one
 */
public record DeadLetter(
        UUID id,
        UUID engagementId,
        long number,
        String type,
        int attempts,
        String failure,
        Instant createdAt,
        Instant givenUpAt,
        long waitingBehind) {}
