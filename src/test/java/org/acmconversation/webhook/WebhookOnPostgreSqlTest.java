package org.acmconversation.webhook;

import org.acmconversation.contract.OnPostgreSql;
import org.junit.jupiter.api.Nested;
import org.springframework.test.annotation.DirtiesContext;

/** What the webhook promises, on PostgreSQL. */
@OnPostgreSql
@DirtiesContext
class WebhookOnPostgreSqlTest {

    @Nested
    class Order extends OrderContract {}

    @Nested
    class Failure extends FailureContract {}
}
