package org.acmconversation.engagement.web;

import org.acmconversation.contract.OnPostgreSql;

@OnPostgreSql
class ExpiredAnswersOnPostgreSqlTest extends ExpiredAnswersContract {}
