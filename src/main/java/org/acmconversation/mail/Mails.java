package org.acmconversation.mail;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Sends mail to people. */
@Component
public class Mails {

    private final MailOutbox outbox;
    private final boolean isOn;

    Mails(MailOutbox outbox, Environment environment) {
        this.outbox = outbox;
        this.isOn = environment.containsProperty(ConditionalOnMail.HOST);
    }

    /** Whether the service has a mail server. */
    public boolean isOn() {
        return isOn;
    }

    /** Returns the sender of emails; only with a mail server. */
    public MailAddress sender() {
        return outbox.sender();
    }

    /**
     * Drops an outdated mail in the current transaction, unless it has been sent.
     *
     * @return whether nobody has got it
     */
    public boolean discard(String key) {
        return outbox.discard(key);
    }

    /**
     * Queues an email in the current transaction, or in one of its own. It is sent after the commit, by any node, until
     * the mail server takes it; the server may get it twice if the node dies just then, with the same Message-ID. Does
     * nothing if the service has no mail server.
     *
     * @return whether the email was queued; false if there is one with the same key, or no mail server
     * @throws org.springframework.dao.DuplicateKeyException if another transaction has just queued one with the same
     *     key; {@link org.acmconversation.database.Transactions} retries it
     */
    public boolean send(Mail mail) {
        return isOn && outbox.add(mail);
    }

    /**
     * Queues an email that is written when it is sent, and not sent if there is nothing to write then. Otherwise as
     * {@link #send}.
     *
     * @param engagementId the engagement that the email is about; erasing it deletes the mail
     * @param composer name of the {@link MailComposer} that writes it
     * @param reference whom or what it writes about, at most 255 characters
     */
    public boolean sendLater(String key, @Nullable UUID engagementId, String composer, String reference) {
        return isOn && outbox.add(key, engagementId, composer, reference);
    }

    /** Drops waiting emails and dead letters to an address about an engagement, in the current transaction. */
    public void forget(UUID engagementId, String address) {
        outbox.forget(engagementId, address, List.of("WAITING", "DEAD"));
    }

    /** Drops dead letters to an address about an engagement, in the current transaction. */
    public void forgetDeadLetters(UUID engagementId, String address) {
        outbox.forget(engagementId, address, List.of("DEAD"));
    }

    /** Whether an email with a key has been queued, sent or not. */
    public boolean isQueued(String key) {
        return outbox.isKnown(key);
    }
}
