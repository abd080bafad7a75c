package org.acmconversation.security;

import org.acmconversation.contract.OnPostgreSql;

/** Requests of one session do not get in each other's way, on PostgreSQL. */
@OnPostgreSql
class ConcurrentSessionsOnPostgreSqlTest extends ConcurrentSessionsContract {}
