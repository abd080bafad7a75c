package org.acmconversation.webhook;

import org.acmconversation.operations.CachedQueries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the messages that were not delivered. */
@Component
class WebhookMeters {

    private static final String DESCRIPTION = "Webhook messages that were not delivered";

    private record Counts(long waiting, long dead) {}

    WebhookMeters(JdbcClient jdbc, CachedQueries queries) {
        queries.of(() -> jdbc.sql("""
                                select (select count(*) from webhook_message where status = 'WAITING') as waiting,
                                       (select count(*) from webhook_message where status = 'DEAD') as dead
                                """).query(Counts.class).single())
                .gauge("acm.webhook.messages", DESCRIPTION, Counts::waiting, "state", "waiting")
                .gauge("acm.webhook.messages", DESCRIPTION, Counts::dead, "state", "dead");
    }
}
