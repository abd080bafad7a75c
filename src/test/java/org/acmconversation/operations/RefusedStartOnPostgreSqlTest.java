package org.acmconversation.operations;

import org.acmconversation.contract.OnPostgreSql;

/** What a node finds wrong when it starts, on PostgreSQL. */
@OnPostgreSql
class RefusedStartOnPostgreSqlTest extends RefusedStartContract {}
