package org.acmconversation.invitation;

import org.acmconversation.contract.OnH2;

/** Invitations to conversations, on H2. */
@OnH2
class InvitationOnH2Test extends InvitationContract {}
