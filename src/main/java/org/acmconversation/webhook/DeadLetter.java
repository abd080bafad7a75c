package org.acmconversation.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that the receiver did not take, however often it was sent.
 *
 * @param id of the event, as the receiver would know it
 * @param number position among the engagement's events
 * @param failure what the last attempt ended with
 * @param waitingBehind how many later events of the engagement wait for this one
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
