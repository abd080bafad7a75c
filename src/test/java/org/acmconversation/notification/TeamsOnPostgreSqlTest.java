package org.acmconversation.notification;

import org.acmconversation.contract.OnPostgreSql;

/** Posts to Teams, with the news on PostgreSQL. */
@OnPostgreSql
class TeamsOnPostgreSqlTest extends TeamsContract {}
