package org.acmconversation.idempotency;

import org.acmconversation.contract.OnPostgreSql;

@OnPostgreSql
class ExpiredResponsesOnPostgreSqlTest extends ExpiredResponsesContract {}
