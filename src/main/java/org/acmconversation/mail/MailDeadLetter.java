package org.acmconversation.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An email that could not be sent.
 *
 * @param recipient address that it goes to; the person's user id if the email is written when it is sent
 * @param failure result of the last attempt
 */
public record MailDeadLetter(
        UUID id,
        @Nullable UUID engagementId,
        String recipient,
        int attempts,
        String failure,
        Instant createdAt,
        Instant givenUpAt) {}
