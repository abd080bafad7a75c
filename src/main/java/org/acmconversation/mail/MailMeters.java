package org.acmconversation.mail;

import org.acmconversation.operations.Snapshots;
import org.springframework.stereotype.Component;

/** Counts emails that were not sent. */
@Component
class MailMeters {

    MailMeters(MailOutbox outbox, Snapshots snapshots) {
        snapshots
                .of(() -> outbox.countWith("WAITING"))
                .gauge("acm.mails.waiting", "emails that the mail server has not taken yet", Long::doubleValue);
        snapshots
                .of(() -> outbox.countWith("DEAD"))
                .gauge("acm.mails.dead", "emails that could not be sent: dead letters", Long::doubleValue);
    }
}
