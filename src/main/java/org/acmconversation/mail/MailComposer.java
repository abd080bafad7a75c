package org.acmconversation.mail;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Composes emails when they are sent, so that they are up to date. */
public interface MailComposer {

    /** The name under which its emails are queued; it never changes. */
    String name();

    /**
     * Writes an email.
     *
     * @param key as queued; the mail has the same
     * @param engagementId as queued
     * @param reference as queued
     * @return empty if there is nothing to send any more
     */
    Optional<Mail> compose(String key, @Nullable UUID engagementId, String reference);
}
