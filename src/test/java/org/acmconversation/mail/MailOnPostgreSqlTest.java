package org.acmconversation.mail;

import org.acmconversation.contract.OnPostgreSql;

/** Sending mail, with the queue on PostgreSQL. */
@OnPostgreSql
class MailOnPostgreSqlTest extends MailContract {}
