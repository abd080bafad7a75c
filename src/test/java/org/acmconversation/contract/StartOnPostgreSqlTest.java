package org.acmconversation.contract;

@OnPostgreSql
class StartOnPostgreSqlTest extends StartContract {}
