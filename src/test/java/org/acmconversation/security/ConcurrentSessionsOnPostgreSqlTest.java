package org.acmconversation.security;

import org.acmconversation.contract.OnPostgreSql;

/** Concurrent requests in one session succeed on PostgreSQL. */
@OnPostgreSql
class ConcurrentSessionsOnPostgreSqlTest extends ConcurrentSessionsContract {}
