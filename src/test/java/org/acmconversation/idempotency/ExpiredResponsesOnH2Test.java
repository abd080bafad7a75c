package org.acmconversation.idempotency;

import org.acmconversation.contract.OnH2;

@OnH2
class ExpiredResponsesOnH2Test extends ExpiredResponsesContract {}
