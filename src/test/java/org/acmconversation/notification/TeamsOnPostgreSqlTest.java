package org.acmconversation.notification;

import org.acmconversation.contract.OnPostgreSql;

/** Posts to Teams, with PostgreSQL. */
@OnPostgreSql
class TeamsOnPostgreSqlTest extends TeamsContract {}
