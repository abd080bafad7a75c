package org.acmconversation.operations;

import org.acmconversation.contract.OnPostgreSql;

/** The figures, on PostgreSQL. */
@OnPostgreSql
class MetersOnPostgreSqlTest extends MetersContract {}
