package org.acmconversation.operations;

import org.acmconversation.contract.OnPostgreSql;

/** The metrics on PostgreSQL. */
@OnPostgreSql
class MetersOnPostgreSqlTest extends MetersContract {}
