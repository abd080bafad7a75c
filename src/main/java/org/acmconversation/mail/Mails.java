package org.acmconversation.mail;

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

    /**
     * Queues a mail in the current transaction, or in one of its own. It is sent after the commit, by any node, until
     * the mail server takes it; the server may get it twice if the node dies just then, with the same Message-ID. Does
     * nothing if the service has no mail server.
     *
     * @return whether the mail was queued; false if there is one with the same key, or no mail server
     * @throws org.springframework.dao.DuplicateKeyException if another transaction has just queued one with the same
     *     key; {@link org.acmconversation.database.Transactions} retries it
     */
    public boolean send(Mail mail) {
        return isOn && outbox.add(mail);
    }
}
