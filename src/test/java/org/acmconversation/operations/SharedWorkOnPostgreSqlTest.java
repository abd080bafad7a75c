package org.acmconversation.operations;

import org.acmconversation.contract.OnPostgreSql;

/** Shared work on PostgreSQL. */
@OnPostgreSql
class SharedWorkOnPostgreSqlTest extends SharedWorkContract {}
