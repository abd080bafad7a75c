package org.acmconversation.operations;

import org.acmconversation.contract.OnPostgreSql;

/** One of all nodes does the work, on PostgreSQL. */
@OnPostgreSql
class SharedWorkOnPostgreSqlTest extends SharedWorkContract {}
