package org.acmconversation.mail;

import org.acmconversation.operations.CachedQueries;
import org.springframework.stereotype.Component;

/** Counts emails that were not sent. */
@Component
class MailMeters {

    MailMeters(MailOutbox outbox, CachedQueries queries) {
        queries.of(() -> outbox.countWith("WAITING"))
                .gauge("acm.mails.waiting", "emails that the mail server has not taken yet", Long::doubleValue);
        queries.of(() -> outbox.countWith("DEAD"))
                .gauge("acm.mails.dead", "emails that could not be sent: dead letters", Long::doubleValue);
    }
}
