package org.acmconversation.webhook;

import org.acmconversation.contract.OnPostgreSql;
import org.junit.jupiter.api.Nested;

/** The webhook's contract on PostgreSQL. */
class WebhookOnPostgreSqlTest {

    @Nested
    @OnPostgreSql
    class Order extends OrderContract {}

    @Nested
    @OnPostgreSql
    class Failure extends FailureContract {}
}
