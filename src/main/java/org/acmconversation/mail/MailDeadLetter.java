package org.acmconversation.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that could not be sent.
 *
 * @param recipient address that it goes to
 * @param failure result of the last attempt
 */
public record MailDeadLetter(
        UUID id,
        @Nullable UUID engagementId,
        String recipient,
        int attempts,
        String failure,
        Instant createdAt,
        Instant givenUpAt) {

    /** A page of dead letters, most recent first. */
    public record Page(List<MailDeadLetter> items, int page, int size, long totalItems) {}
}
