package org.acmconversation.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An email that waits to be sent.
 *
 * @param content the mail as JSON; null if a composer writes it
 * @param composer who writes it
 * @param reference what the composer writes about
 * @param attempts number of attempts so far
 * @param giveUpAt after this time a failed attempt is final
 */
record QueuedMail(
        UUID id,
        String key,
        @Nullable UUID engagementId,
        @Nullable String content,
        @Nullable String composer,
        @Nullable String reference,
        int attempts,
        Instant giveUpAt) {}
