package org.acmconversation.webhook;

import org.acmconversation.contract.OnPostgreSql;
import org.springframework.test.annotation.DirtiesContext;

/** What the webhook promises, on PostgreSQL. */
@OnPostgreSql
@DirtiesContext
class WebhookOnPostgreSqlTest extends WebhookContract {}
