package org.acmconversation.invitation;

import org.acmconversation.contract.OnPostgreSql;

/** Invitations to conversations, on PostgreSQL. */
@OnPostgreSql
class InvitationOnPostgreSqlTest extends InvitationContract {}
