package org.acmconversation.notification;

import org.acmconversation.contract.OnPostgreSql;

/** Digests, with the queue on PostgreSQL. */
@OnPostgreSql
class DigestOnPostgreSqlTest extends DigestContract {}
