package org.acmconversation.invitation;

import org.acmconversation.contract.OnPostgreSql;

/** Invitations of contacts who change, on PostgreSQL. */
@OnPostgreSql
class InvitedContactsOnPostgreSqlTest extends InvitedContactsContract {}
