package org.acmconversation.invitation;

import org.acmconversation.contract.OnH2;

/** Invitations of contacts who change, on H2. */
@OnH2
class InvitedContactsOnH2Test extends InvitedContactsContract {}
