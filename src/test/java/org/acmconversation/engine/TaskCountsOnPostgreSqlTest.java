package org.acmconversation.engine;

import org.acmconversation.contract.OnPostgreSql;

@OnPostgreSql
class TaskCountsOnPostgreSqlTest extends TaskCountsContract {}
