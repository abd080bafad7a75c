package org.acmconversation.mail;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Composes mails when they are sent, so that they are up to date. */
public interface MailComposer {

    /** The name under which its mails are queued; it never changes. */
    String name();

    /**
     * Writes a mail.
     *
     * @param key as queued; the mail has the same
     * @param engagementId as queued
     * @param reference as queued
     * @return empty if there is nothing to send any more
     */
    Optional<Mail> compose(String key, @Nullable UUID engagementId, String reference);
}
