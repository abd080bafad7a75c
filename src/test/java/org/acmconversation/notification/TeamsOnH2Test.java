package org.acmconversation.notification;

import org.acmconversation.contract.OnH2;

/** Posts to Teams, with H2. */
@OnH2
class TeamsOnH2Test extends TeamsContract {}
